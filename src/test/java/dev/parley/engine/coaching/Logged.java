package dev.parley.engine.coaching;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Everything that is logged meanwhile, down to what is only for finding faults. */
final class Logged implements AutoCloseable {

    private final List<String> lines = new ArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("dev.parley");
    private final Level before = root.getLevel();
    private final List<Appender<ILoggingEvent>> usual = new ArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            keep(event);
        }
    };

    Logged() {
        this(Level.DEBUG);
    }

    /** @param others how much those log who are not Parley: what is sent and received, at times, byte by byte */
    Logged(Level others) {
        root.iteratorForAppenders().forEachRemaining(usual::add);
        usual.forEach(root::detachAppender);
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        root.setLevel(others);
        ours.setLevel(Level.DEBUG);
    }

    private synchronized void keep(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(event.getLoggerName())
                .append(' ')
                .append(event.getThreadName())
                .append(' ')
                .append(event.getFormattedMessage());
        for (IThrowableProxy one = event.getThrowableProxy(); one != null; one = one.getCause()) {
            line.append('\n').append(one.getClassName()).append(": ").append(one.getMessage());
        }
        lines.add(line.toString());
    }

    /** What was logged since this was last asked. */
    synchronized List<String> lines() {
        List<String> since = List.copyOf(lines);
        lines.clear();
        return since;
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        usual.forEach(root::addAppender);
        root.setLevel(before);
        ours.setLevel(null);
    }
}
