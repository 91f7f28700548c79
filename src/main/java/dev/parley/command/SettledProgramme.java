package dev.parley.command;

import dev.parley.conversation.RoomId;
import dev.parley.engine.Programme;
import dev.parley.engine.ScheduledChat;
import dev.parley.engine.Speech;
import dev.parley.setup.Plans;
import dev.parley.setup.Series;
import dev.parley.setup.Setup;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the settings say is to be held. */
record SettledProgramme(Setup setup, Speech speech) implements Programme {

    /** How far ahead chats are planned: further than the longest announcement. */
    private static final Duration AHEAD = Duration.ofDays(31);

    /** How long ago a chat may have been missed and is still worth a word. */
    private static final Duration BEHIND = Duration.ofDays(1);

    @Override
    public List<ScheduledChat> upcoming(Instant now) {
        return plans().flatMap(plans -> plans.between(now.minus(BEHIND), now.plus(AHEAD)).stream())
                .map(named -> new ScheduledChat(named.name(), named.plan()))
                .toList();
    }

    private Stream<Plans> plans() {
        return setup.configuration().series().stream().map(this::plans);
    }

    private Plans plans(Series series) {
        return new Plans(series, setup.prompts().scripts());
    }

    @Override
    public Optional<ScheduledChat> onArrival(RoomId room, Instant now) {
        Instant start = now.truncatedTo(ChronoUnit.SECONDS);
        return setup.configuration().series().stream()
                .filter(series -> series.timetable().isEmpty())
                .filter(series -> series.rooms().stream()
                        .flatMap(held -> held.places().stream())
                        .anyMatch(room::equals))
                .findFirst()
                .map(series -> new ScheduledChat(
                        series.id() + "/" + start.toString().replace(':', '-'),
                        plans(series).now(start)));
    }

    @Override
    public Publishing publishing(String chat) {
        return setup.configuration().series().stream()
                .filter(series -> chat.startsWith(series.id() + "/"))
                .findFirst()
                .map(series ->
                        new Publishing(Readers.valueOf(series.readers().name()), series.names(), series.threads()))
                .orElse(new Publishing(Readers.HOSTS, false, false));
    }

    @Override
    public List<Notice> notices(Instant now) {
        return plans().flatMap(plans ->
                        notice(plans, now).map(text -> new Notice(rooms(plans.series()), text)).stream())
                .toList();
    }

    private static Set<RoomId> rooms(Series series) {
        return series.rooms().stream().flatMap(room -> room.places().stream()).collect(Collectors.toSet());
    }

    private Optional<String> notice(Plans plans, Instant now) {
        OptionalInt left = plans.low(now);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        String title = plans.series().title();
        return plans.withoutScript(now, now.plus(AHEAD)).stream()
                .findFirst()
                .filter(_ -> left.getAsInt() == 0)
                .map(meeting -> speech.queueEmpty(title, meeting.start()))
                .or(() -> Optional.of(speech.queueLow(title, left.getAsInt())));
    }
}
