package dev.parley.house.broken.engine;

final class Prints {
    private Prints() {}

    static void print(String text) {
        System.out.println(text);
    }
}
