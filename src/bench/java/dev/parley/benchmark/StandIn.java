package dev.parley.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Stands in for something, to look at what it is asked. */
final class StandIn {
    private StandIn() {}

    /** What becomes of a call. */
    @FunctionalInterface
    interface Call {
        Object made(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    static <T> T of(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        return call.made(method, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
