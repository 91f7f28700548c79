package dev.parley.evening;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Plan;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Account;
import java.util.List;
import java.util.Optional;

/**
 * Where an evening is played: a room of one platform with five people in it, its hosts, and a whole Parley that hosts one chat there. What people do
 * is done at once; what Parley does comes later, so that whoever looks for it waits. Messages go by the names that Parley has for them.
 */
interface Stage {

    /** Who is there: two hosts and three others. */
    enum Person {
        HANNA,
        INES,
        ANA,
        BO,
        CEM
    }

    /** Where a chat stands in the platform's own calendar. */
    enum Calendar {
        PLANNED,
        RUNNING,
        OVER
    }

    /**
     * What stands in Parley's name.
     *
     * @param under the message in whose thread it stands; empty in the room itself
     */
    record Post(MessageId message, Optional<MessageId> under, String text) {}

    RoomId room();

    /** Begins to serve a chat, and waits until Parley hears and knows its commands. */
    void serve(Plan plan);

    Hosted hosted();

    /** From here on what can go wrong between Parley and the platform does so. */
    void troubled();

    /** Nothing goes wrong any more. */
    void faultless();

    Account account(Person person);

    /** Says something in the room. */
    MessageId says(Person person, String words);

    /** Says something in the thread of a question. */
    MessageId answersInThread(Person person, MessageId question, String words);

    /** Replies to a message in the way of the platform. */
    MessageId replies(Person person, MessageId to, String words);

    /** Says something with a file of text. */
    MessageId attaches(Person person, String file, String words);

    void edits(Person person, MessageId message, String words);

    void deletes(Person person, MessageId message);

    /** Shows a heart at a message. */
    void reacts(Person person, MessageId message);

    /** Machines of every kind that the platform has say this in the room. */
    void machinesSay(String words);

    /** The platform itself adds the preview of a link to a message. */
    void previewsLink(MessageId message);

    /**
     * Runs one of the hosts' commands, and waits until it is answered.
     *
     * @throws AssertionError where Parley does not answer in time
     */
    void steers(Person host, String command);

    /** Makes somebody a co-host by the command, and waits likewise. */
    void makesCohost(Person host, Person other);

    /** Presses something in the hosts' panel, and waits likewise; looks anew first where it is not there. */
    void presses(Person host, String label);

    /** Ends the chat by the panel and says that this is meant, and waits likewise. */
    void ends(Person host);

    /** Answers by the button under a question, and waits likewise. */
    void answersInDialog(Person person, MessageId question, String words);

    /** Files a message under what a menu offers, and waits likewise. */
    void files(Person person, MessageId message, String where);

    /** What stands in the room and its threads in Parley's name, without what is only kept in sight, in order. */
    List<Post> posts();

    /** Whether a question, or the recap, has a thread already. A platform whose threads begin with their first message says yes. */
    boolean hasThread(MessageId post);

    /** What is kept in sight in the room. */
    List<String> inSight();

    /** Whether the platform's own calendar has this chat once, and so. A platform without a calendar says yes. */
    boolean calendarSays(Calendar calendar);

    /** Whether Parley shows that it has filed a message. */
    boolean hasReceipt(MessageId message);

    /** The text of a file that is attached to a post. */
    String attached(MessageId post, String file);

    /** The text that an answer with a file has in the recap. */
    String withFile(String words, String file, MessageId message);

    /** How the platform shows a title. */
    String bold(String words);

    /** Where a message can be read. */
    String link(MessageId message);

    /** Whether this is no message that can be read, but what was written into a dialog. */
    boolean isDialog(MessageId message);

    /** Checks that nothing stands twice that is there once: the panel, the card, the threads of four questions and of the recap. */
    void isTidy();
}
