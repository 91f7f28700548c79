package dev.parley;

/** Placeholder entry point of the skeleton. */
public final class Main {
    private Main() {}

    /** Starts Parley. */
    public static void main(String[] arguments) {
        System.out.println("Parley");
    }
}
