package dev.parley.evening;

import dev.parley.platform.Platform;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Random;

/** When a town dies, from a seed: before or after something was posted, and between what people do. */
final class Deaths {
    private final Random chance;
    private final double often;
    private Runnable dying = () -> {};
    private int number;

    /** @param often how often of one moment it dies */
    Deaths(long seed, double often) {
        this.chance = new Random(seed);
        this.often = often;
    }

    /** Whoever dies from now on. */
    void of(Runnable dies) {
        dying = dies;
    }

    /** How often it has died. */
    synchronized int number() {
        return number;
    }

    /** Dies, or does not. */
    synchronized boolean perhaps() {
        return perhaps(often);
    }

    /** Dies so often, or does not. */
    synchronized boolean perhaps(double howOften) {
        boolean dies = chance.nextDouble() < howOften;
        if (dies) {
            number++;
            dying.run();
        }
        return dies;
    }

    /** The same platform, where whoever posts may die right before, so that it stands nowhere, or right after, so that nobody keeps where. */
    Platform around(Platform platform) {
        return (Platform) Proxy.newProxyInstance(
                Platform.class.getClassLoader(), new Class<?>[] {Platform.class}, (_, method, arguments) -> {
                    boolean posts = method.getName().equals("post");
                    if (posts && perhaps()) {
                        throw new IllegalStateException("dead");
                    }
                    try {
                        Object done = method.invoke(platform, arguments);
                        if (posts) {
                            perhaps();
                        }
                        return done;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
