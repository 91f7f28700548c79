package dev.parley.engine;

import dev.parley.conversation.Filing;
import java.util.List;
import java.util.Map;

/** Filings in words. */
record Filings(Speech speech) {

    /** What a message was filed as, in the community's words. */
    String words(Filing filing) {
        List<String> labels = filing.questions().stream()
                .map(number -> speech.say(ChatPhrase.LABEL, Map.of("number", Integer.toString(number))))
                .toList();
        Map<String, String> values = Map.of("questions", speech.listed(labels));
        return switch (filing.kind()) {
            case ANSWER -> speech.say(ChatPhrase.FILED_ANSWER, values);
            case QUESTION -> speech.say(ChatPhrase.FILED_QUESTION, values);
            case INTRODUCTION -> speech.say(ChatPhrase.FILED_INTRODUCTION);
            case FINAL -> speech.say(ChatPhrase.FILED_FINAL_THOUGHT);
            case WELCOME -> speech.say(ChatPhrase.FILED_WELCOME);
            case SIDE -> speech.say(ChatPhrase.FILED_SIDE_TALK);
        };
    }
}
