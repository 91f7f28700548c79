package dev.parley.command;

import java.io.PrintWriter;
import java.util.Map;

/** What a platform says about the bot that the settings name. */
interface PlatformOutlook {

    /** Whether a chat could be held there. */
    boolean isWell();

    void print(PrintWriter out);

    /** The same for programs. */
    Map<String, Object> json();
}
