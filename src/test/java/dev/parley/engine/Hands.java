package dev.parley.engine;

/** Moves an engine by hand, for tests in other packages. */
public final class Hands {

    private Hands() {}

    /** Waits until nothing that is due is left undone. */
    public static void settle(Engine engine) {
        engine.stir();
        engine.settle();
    }

    /** Stops an engine as a crash would. */
    public static void kill(Engine engine) {
        engine.kill();
    }
}
