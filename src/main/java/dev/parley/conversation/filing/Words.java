package dev.parley.conversation.filing;

import java.util.Set;

/** Small words of the language, by what they tell about the words beside them. No word of any subject belongs here. */
final class Words {
    /** After one of these a label is spoken about, not put on: "for A2", "see Q1". */
    static final Set<String> POINTING = Set.of(
            "for",
            "to",
            "of",
            "on",
            "in",
            "with",
            "from",
            "my",
            "your",
            "his",
            "her",
            "their",
            "our",
            "the",
            "see",
            "and",
            "or",
            "re",
            "love",
            "loved",
            "like",
            "as",
            "about",
            "after",
            "before",
            "at",
            "by",
            "until",
            "till",
            "per",
            "via",
            "than",
            "under",
            "label",
            "labels",
            "use",
            "using",
            "answering",
            "answer",
            "answers",
            "question",
            "questions",
            "into",
            "read",
            "next",
            "both",
            "between",
            "regarding",
            "through");
    /** Words by which somebody says which label a message should have had: "sorry, this is A3". */
    static final Set<String> NAMING =
            Set.of("is", "was", "that's", "thats", "meant", "mean", "forgot", "be", "label", "it's", "its", "missed");
    /** Before a word like "to", these go back to a question. */
    static final Set<String> BACK = Set.of("back", "returning", "return", "going", "circling");
    /** "back to A1: …" goes back to a question, and often answers it. */
    static final Set<String> RETURNING = Set.of("re", "to", "on", "for", "with");
    /** After a Q label without punctuation these words speak about the question instead of answering it. */
    static final Set<String> ANNOUNCING = Set.of(
            "coming",
            "is",
            "was",
            "up",
            "next",
            "here",
            "will",
            "now",
            "has",
            "starts",
            "in",
            "and",
            "from",
            "are",
            "answers",
            "answer",
            "responses",
            "soon",
            "etc",
            "time",
            "please",
            "again");
    /** Where people say hello. */
    static final Set<String> GREETING = Set.of(
            "hi",
            "hello",
            "hey",
            "hiya",
            "howdy",
            "greetings",
            "evening",
            "morning",
            "afternoon",
            "hola",
            "bonjour",
            "aloha",
            "hallo");
    /** Where people speak of themselves. */
    static final Set<String> MYSELF = Set.of("i'm", "im", "i", "my", "me", "i've");
    /** What hosts say before the first question. */
    static final Set<String> OPENING = Set.of(
            "welcome",
            "introduce",
            "introducing",
            "introductions",
            "introduction",
            "intro",
            "intros",
            "tonight",
            "tonight's",
            "today",
            "today's",
            "chat",
            "topic",
            "topics",
            "host",
            "hosting",
            "hosted",
            "moderator",
            "moderating",
            "moderated",
            "question",
            "questions",
            "label",
            "start",
            "started",
            "starting",
            "begin",
            "beginning",
            "minutes",
            "hashtag",
            "discuss",
            "discussing",
            "discussion",
            "format",
            "q1",
            "a1",
            "remember");
    /** Where people are asked to say who they are. */
    static final Set<String> INTRODUCING = Set.of(
            "introduce", "introducing", "introductions", "introduction", "intro", "intros", "yourself", "yourselves");
    /** Where people take leave or give thanks. */
    static final Set<String> THANKING = Set.of("thanks", "thank", "thx", "goodnight", "bye", "night", "congrats", "ty");
    /** Words that go on with what was said just before. */
    static final Set<String> GOING_ON =
            Set.of("and", "also", "but", "plus", "because", "additionally", "furthermore", "moreover");

    private Words() {}
}
