package dev.parley.house.broken.schedule;

final class StopsTheTime {
    private StopsTheTime() {}

    static long ticks() {
        return System.nanoTime();
    }
}
