package dev.parley.engine.coaching;

import dev.parley.coaching.partnership.Occurrence;
import dev.parley.coaching.partnership.Partnership;
import dev.parley.coaching.partnership.PartnershipCommand;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.platform.Form;
import dev.parley.platform.Note;
import dev.parley.recap.format.Escape;
import dev.parley.store.Spoken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the calendars from which partnerships have their meetings, each from time to time. */
final class CalendarRounds {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarRounds.class);
    private static final String ADDRESS = "address";
    private static final String WORD = "word";
    private static final Duration BEHIND = Duration.ofDays(1);
    private static final Duration AHEAD = Duration.ofDays(60);
    private static final int AT_ONCE = 4;
    private static final int ENOUGH_TITLES = 5;

    private final Common common;
    private final Calendars calendars;
    private final Map<ConversationId, Instant> read = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE);

    CalendarRounds(Common common, Calendars calendars) {
        this.common = common;
        this.calendars = calendars;
    }

    /** The form for a calendar's address. What is known of it is never shown again: it may be a secret. */
    Form form(Meaning meaning, Shared shared) {
        return new Form(
                Meanings.text(meaning),
                common.say(CoachingPhrase.CALENDAR),
                common.say(CoachingPhrase.KEEP),
                List.of(
                        new Form.Field(ADDRESS, common.say(CoachingPhrase.CALENDAR_FIELD), "", false, true, 1_000),
                        new Form.Field(WORD, common.say(CoachingPhrase.CALENDAR_WORD), "", false, false, 100)));
    }

    /** Takes a calendar whose address was filled in, once it can be read. */
    CompletionStage<Note> filled(PersonId by, Shared shared, Map<String, String> fields) {
        String address = common.typed(fields, ADDRESS);
        String word = common.typed(fields, WORD);
        return CompletableFuture.supplyAsync(
                        () -> read(address, word),
                        task -> Thread.ofVirtual().name("calendar").start(task))
                .thenCompose(found -> found.isEmpty()
                        ? CompletableFuture.completedStage(common.note(CoachingPhrase.CALENDAR_TROUBLE))
                        : kept(by, shared, address + "\n" + word, found.get()));
    }

    private CompletionStage<Note> kept(PersonId by, Shared shared, String secret, Calendars.Found found) {
        MessageId words = Common.fresh();
        String calendar = known(by, shared.story(), secret).orElseGet(() -> Common.chance(6));
        return common.ask(
                        shared.story(),
                        new PartnershipCommand.GiveCalendar(by, calendar, words),
                        Map.of(words, new Spoken(by, secret)),
                        _ -> said(found))
                .thenCombine(reconcile(shared.story(), by, calendar, found), (note, _) -> note);
    }

    /** That it is kept, and what in it is not understood. */
    private Note said(Calendars.Found found) {
        String kept = common.say(
                CoachingPhrase.CALENDAR_KEPT,
                Map.of("span", common.span(common.plan().calendarEvery())));
        if (found.titles().isEmpty()) {
            return Note.of(kept);
        }
        List<String> titles = found.titles().stream()
                .limit(ENOUGH_TITLES)
                .map(title -> title.isEmpty() ? common.say(CoachingPhrase.CALENDAR_UNTITLED) : Escape.heading(title))
                .toList();
        return Note.of(
                kept + "\n\n" + common.say(CoachingPhrase.CALENDAR_UNREAD, Map.of("titles", common.listed(titles))));
    }

    /** Whoever gives an address anew, perhaps with another word, means the same calendar and the same meetings. */
    private Optional<String> known(PersonId by, ConversationId story, String secret) {
        Map<MessageId, String> words = common.ledger().words(story);
        return common.ledger()
                .look(story, one -> ((Partnership) one).calendar())
                .filter(calendar -> calendar.by().equals(by)
                        && Optional.ofNullable(words.get(calendar.words()))
                                .filter(before -> address(before).equals(address(secret)))
                                .isPresent())
                .map(Partnership.Calendar::id);
    }

    private static String address(String secret) {
        return secret.lines().findFirst().orElse("");
    }

    CompletionStage<Note> remove(PersonId by, Shared shared) {
        return common.ask(shared.story(), new PartnershipCommand.DropCalendar(by), common.note(CoachingPhrase.DELETED));
    }

    private CompletionStage<?> reconcile(ConversationId story, PersonId by, String calendar, Calendars.Found found) {
        Instant now = common.now();
        read.put(story, now);
        List<Occurrence> occurrences = found.occurrences().stream()
                .map(one -> new Occurrence(
                        unnamed(calendar, one.uid()), one.instance(), one.start(), one.end(), one.cancelled()))
                .toList();
        Set<String> unread =
                found.unread().stream().map(uid -> unnamed(calendar, uid)).collect(Collectors.toSet());
        return common.ledger()
                .ask(story, new PartnershipCommand.Reconcile(by, calendar, now, now.plus(AHEAD), occurrences, unread));
    }

    /** What a calendar calls an event may be words of somebody's: what is stored of it tells one from the other and no more. */
    private static String unnamed(String calendar, String uid) {
        byte[] name = (calendar + "\n" + uid).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads those that were not read lately. Returns when all are read. One without a calendar is not looked at every time either. */
    void look() {
        Instant now = common.now();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<ConversationId> unread = common.ledger().stories(Partnership.KIND).stream()
                    .filter(story -> !read.getOrDefault(story, Instant.MIN)
                            .plus(common.plan().calendarEvery())
                            .isAfter(now))
                    .toList();
            unread.forEach(story -> read.put(story, now));
            common.ledger()
                    .survey(unread, story -> ((Partnership) story).calendar())
                    .forEach((story, calendar) -> readers.submit(() -> look(story, calendar)));
        }
    }

    private void look(ConversationId story, Partnership.Calendar calendar) {
        try {
            again(story, calendar);
        } catch (RuntimeException trouble) {
            LOG.warn("A calendar could not be read: {}", trouble.getClass().getSimpleName());
        }
    }

    private void again(ConversationId story, Partnership.Calendar calendar) {
        Optional<String> secret =
                Optional.ofNullable(common.ledger().words(story).get(calendar.words()));
        if (secret.isEmpty()) {
            return;
        }
        String[] lines = secret.get().split("\n", 2);
        read(lines[0], lines.length > 1 ? lines[1] : "")
                .ifPresent(found -> reconcile(story, calendar.by(), calendar.id(), found)
                        .toCompletableFuture()
                        .join());
    }

    /** A few at once, whoever asks for them; none any more when Parley stops. */
    private Optional<Calendars.Found> read(String address, String word) {
        try {
            places.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            Instant now = common.now();
            return calendars.read(address, word, now.minus(BEHIND), now.plus(AHEAD));
        } finally {
            places.release();
        }
    }
}
