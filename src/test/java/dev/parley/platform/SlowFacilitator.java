package dev.parley.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A facilitator whose database may hang. */
public final class SlowFacilitator {
    private static final Set<String> WITHOUT_DATABASE = Set.of("returned", "mended");

    private final Facilitator facilitator;
    private final Map<String, Integer> answered = new ConcurrentHashMap<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** Answers as this one does, if sometimes later. */
    public SlowFacilitator(Facilitator facilitator) {
        this.facilitator = facilitator;
    }

    /** Whatever is asked takes until the database moves again. */
    public void databaseHangs() {
        gate = new CountDownLatch(1);
    }

    /** All that was asked is answered. */
    public void databaseMoves() {
        gate.countDown();
    }

    /** How often this was answered: the name of a method. */
    public int answered(String method) {
        return answered.getOrDefault(method, 0);
    }

    /** What a platform is given. */
    public Facilitator facilitator() {
        return (Facilitator) Proxy.newProxyInstance(
                Facilitator.class.getClassLoader(),
                new Class<?>[] {Facilitator.class},
                (_, method, arguments) -> answer(method, arguments));
    }

    private Object answer(Method method, Object[] arguments) throws Throwable {
        if (!WITHOUT_DATABASE.contains(method.getName())) {
            gate.await();
        }
        try {
            Object answer = method.invoke(facilitator, arguments);
            answered.merge(method.getName(), 1, Integer::sum);
            return answer;
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
