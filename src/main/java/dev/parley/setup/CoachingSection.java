package dev.parley.setup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.coaching.OwnTime;
import dev.parley.setup.CoachingSettings.Lead;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the settings say of coaching. */
final class CoachingSection {

    private static final String AT = "/coaching";
    private static final Pattern LEAD = Pattern.compile(
            "(discord):user:([1-9][0-9]{16,19})|(slack):user:((?:T[A-Z0-9]{2,20}/)?[UW][A-Z0-9]{2,20})");
    private static final Duration AFTER = Duration.ofMinutes(10);
    private static final Duration NUDGE = Duration.ofDays(2);
    private static final Duration PATIENCE = Duration.ofDays(7);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Duration CALENDAR_EVERY = Duration.ofMinutes(15);

    /** Less would put a question into the middle of an answer. */
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(5);

    /** Other people's servers are not asked more often. */
    private static final Duration LEAST_CALENDAR = Duration.ofMinutes(5);

    private static final LocalTime QUIET_FROM = LocalTime.of(20, 0);
    private static final LocalTime QUIET_TO = LocalTime.of(7, 30);

    private final ConfigurationText file;

    CoachingSection(ConfigurationText file) {
        this.file = file;
    }

    /**
     * The settings; of no use where problems were told.
     *
     * @param community the community's zone
     */
    CoachingSettings read(ZoneId community) {
        Duration nudge = file.span(AT + "/nudge", NUDGE);
        Duration patience = file.span(AT + "/patience", PATIENCE);
        if (nudge.compareTo(patience) >= 0) {
            file.problem(
                    file.node(AT + "/nudge").isMissingNode() ? AT + "/patience" : AT + "/nudge",
                    "The reminder would come after " + Spans.write(nudge) + ", when nobody waits any more",
                    "Let nudge be shorter than patience, which is " + Spans.write(patience) + ".");
        }
        return new CoachingSettings(
                leads(),
                file.span(AT + "/after", AFTER),
                nudge,
                patience,
                file.span(AT + "/pause", PAUSE, LEAST_PAUSE).orElse(PAUSE),
                new OwnTime(
                        file.zone(AT + "/zone").orElse(community), quiet("from", QUIET_FROM), quiet("to", QUIET_TO)),
                file.span(AT + "/calendar-every", CALENDAR_EVERY, LEAST_CALENDAR)
                        .orElse(CALENDAR_EVERY),
                named("cycles"),
                named("frameworks"));
    }

    private LocalTime quiet(String end, LocalTime usual) {
        return file.parsed(
                        AT + "/quiet/" + end,
                        LocalTimes::time,
                        text -> "\"" + text + "\" is no time of the day",
                        text -> LocalTimes.remedy(text).replace("time: ", end + ": "))
                .orElse(usual);
    }

    private Set<Lead> leads() {
        Set<Lead> leads = new LinkedHashSet<>();
        for (String pointer : file.items(AT + "/leads")) {
            JsonNode node = file.node(pointer);
            Matcher lead = LEAD.matcher(node.asText());
            if (lead.matches()) {
                leads.add(
                        lead.group(1) != null
                                ? new Lead(lead.group(1), lead.group(2))
                                : new Lead(lead.group(3), lead.group(4)));
            } else if (node.isTextual()) {
                file.problem(
                        pointer,
                        "\"" + node.asText() + "\" names no person on Discord or Slack",
                        "Write the platform, user and the id, in quotes, for example - \"slack:user:U0123456789\".");
            }
        }
        return leads;
    }

    private Optional<List<String>> named(String key) {
        JsonNode list = file.node(AT + "/" + key);
        file.items(AT + "/" + key)
                .forEach(pointer -> file.text(pointer).ifPresent(name -> file.named(key, pointer, name)));
        return list.isArray() ? Optional.of(file.texts(AT + "/" + key)) : Optional.empty();
    }
}
