package dev.parley.engine;

import dev.parley.voice.Phrase;
import java.util.Set;

/**
 * What Parley says around a chat. The texts are in {@code prompts/voice.md}, under the phrase's name in lower case words.
 *
 * <p>Spans of time ({@code late}, {@code minutes}, {@code slow}) are filled in with the phrases for spans, {@code left} with {@link #LEFT},
 * counts ({@code count}) with the phrases for counts.
 */
public enum ChatPhrase implements Phrase {
    ANNOUNCEMENT("title", "when", "hashtag"),
    ANNOUNCEMENT_SOON("title", "when", "hashtag", "left"),

    /** How answers are kept, for a room from which there is a link to them. */
    WELCOME_KEPT("address"),
    /** The same where no link may be posted. */
    WELCOME_KEPT_HERE(),
    LATE_START("late"),
    /** What people tried, in the welcome: {@code list} is made of {@link #WIN}, one a line. */
    WINS("list"),
    WIN("text", "name"),
    /** Who has no name. */
    SOMEBODY(),

    QUESTION("number", "text", "title"),
    QUESTION_AGAIN("number", "text"),
    QUESTION_LATE("number", "text", "late"),
    /** The next question is near; {@code number} is the question that is still open. */
    WARNING("number", "minutes"),
    WARNING_END("minutes"),
    PAUSE(),
    RESUMPTION(),
    /** The same chat where more people are. */
    ELSEWHERE("address"),

    FINAL_THOUGHTS("text"),
    /** {@code next} is {@link #NEXT_TIME} or empty, {@code slow} is {@link #SLOW_TIME} or empty. */
    THANKS("title", "next", "slow"),
    THANKS_LATE("late"),
    NEXT_TIME("when"),
    SLOW_TIME("slow"),
    MISSED("title", "late"),
    CANCELLED("title", "when"),
    /** Asks one person, in private, about messages that could only be guessed at. */
    DOUBTS("count", "address"),
    DOUBTS_HERE("count"),
    /** The description of a platform's own scheduled event. */
    OCCASION("title", "hashtag"),
    /** {@code list} is made of {@link #SCHEDULE_ITEM}, one a line. */
    SCHEDULE("list"),
    SCHEDULE_ITEM("title", "when"),

    /** {@code asked} is {@link #ASKED} or empty, in every card. */
    CARD_BEFORE("title", "when"),
    CARD_WELCOME("title", "left"),
    CARD_QUESTION("title", "number", "text", "left", "asked"),
    /** A question is open and the clock is stopped. */
    CARD_HELD("title", "number", "text", "asked"),
    CARD_PAUSED("title", "asked"),
    CARD_CLOSING("title", "left", "asked"),
    CARD_SLOW("title", "until", "asked"),
    CARD_OVER("title", "next"),
    /** {@code list} is made of {@link #ASKED_ITEM}, one a line. */
    ASKED("list"),
    ASKED_ITEM("number", "text"),

    /** To hosts: {@code count} is {@link #ONE_CHAT} or {@link #CHATS}. */
    QUEUE_LOW("title", "count"),
    QUEUE_EMPTY("title", "when"),

    NO_SUCH_VERB("verb"),
    NOT_RUNNING(),
    ALREADY_RUNNING(),
    ALREADY_OVER(),
    NOTHING_TO_UNDO(),
    NOTHING_TO_REPEAT(),
    NO_NEXT_QUESTION(),
    NO_SUCH_QUESTION("number"),
    NO_SUCH_CHAT(),
    NO_SUCH_MESSAGE(),
    NO_SUCH_PERSON(),
    NO_SUCH_PLACE("wish"),
    /** To hosts: what is to go to a room cannot. */
    NO_SUCH_PLATFORM("platform"),
    NOT_YOUR_MESSAGE(),
    ALREADY_PAUSED(),
    NOT_PAUSED(),
    NOT_A_HOST(),
    EMPTY_QUESTION(),
    LONG_QUESTION("limit"),
    TOO_MANY_QUESTIONS("limit"),

    FILED_ANSWER("questions"),
    FILED_QUESTION("questions"),
    FILED_INTRODUCTION(),
    FILED_FINAL_THOUGHT(),
    FILED_WELCOME(),
    FILED_SIDE_TALK(),

    /** A question's short name, as people label their answers. */
    LABEL("number"),
    /** How long it is until something; where a platform keeps that true by itself, it does so in its own words. */
    LEFT("span"),
    /** The last two of several things, or the two units of a span of time. */
    JOINED("first", "last"),
    /** {@code zone} as people call it there and then. */
    WHEN("weekday", "day", "month", "time", "zone"),

    ONE_SECOND(),
    SECONDS("n"),
    ONE_MINUTE(),
    MINUTES("n"),
    ONE_HOUR(),
    HOURS("n"),
    ONE_DAY(),
    DAYS("n"),
    ONE_MESSAGE(),
    MESSAGES("n"),
    ONE_CHAT(),
    CHATS("n");

    private final Set<String> blanks;

    ChatPhrase(String... blanks) {
        this.blanks = Set.of(blanks);
    }

    @Override
    public String file() {
        return "voice";
    }

    @Override
    public Set<String> blanks() {
        return blanks;
    }
}
