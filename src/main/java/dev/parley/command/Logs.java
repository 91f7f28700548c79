package dev.parley.command;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import dev.parley.setup.Configuration;
import org.slf4j.LoggerFactory;

/** Decides how the log is written: lines for people unless the settings want JSON. The log goes to the standard error. */
final class Logs {

    private Logs() {}

    static void write(Configuration.Logs form) {
        switch (form) {
            case TEXT -> {} // logback.xml says so already
            case JSON -> json();
        }
    }

    private static void json() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(console);
    }
}
