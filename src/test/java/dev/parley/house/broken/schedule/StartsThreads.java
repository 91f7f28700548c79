package dev.parley.house.broken.schedule;

final class StartsThreads {
    private StartsThreads() {}

    static void start(Runnable work) {
        Thread.ofVirtual().start(work);
    }
}
