package dev.parley.platform.slack.talk;

import dev.parley.platform.talk.Dialog;
import dev.parley.platform.talk.Saying;

/**
 * Where what is said to somebody goes: to that person alone, always. Slack has its acknowledgement already. The methods are those of an
 * {@link dev.parley.platform.talk.Exchange}.
 */
interface Way {

    void think();

    void thinkInPlace();

    /** Opens a dialog; returns where it is open. */
    Windows.Window open(Dialog dialog);

    void say(Saying saying);

    void add(Saying saying);
}
