package dev.parley.evening;

import dev.parley.platform.Account;
import dev.parley.platform.Order;
import java.util.List;
import java.util.Map;

/** Where one person sits who is coached: their account on a platform, and what they can do with it. Whatever is done is answered when it returns. */
interface Seat {

    Account account();

    /** What the person is called there. */
    String name();

    /** Runs a command. */
    Told orders(Order.Kind kind, String text);

    /** Presses what stands on something that they were told. */
    Told presses(Told on, String label);

    /** Presses it, and fills in the form that opens. */
    Told fills(Told on, String label, Map<String, String> fields);

    /** Writes to Parley in private; returns once Parley shows that it has it. */
    Object writes(String words);

    /** Replies to something that Parley wrote in private; returns likewise. */
    Object replies(Told to, String words);

    /** Changes what they wrote; returns at once. */
    void edits(Object written, String words);

    /** Takes it away; returns at once. */
    void deletes(Object written);

    /** All that Parley wrote to them in private, in order. */
    List<Told> letters();

    /** All that Parley ever said in rooms that others can read. */
    List<String> inPublic();
}
