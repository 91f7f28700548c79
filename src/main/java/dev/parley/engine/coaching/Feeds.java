package dev.parley.engine.coaching;

import dev.parley.coaching.notebook.Notebook;
import dev.parley.coaching.partnership.Partnership;
import dev.parley.conversation.PersonId;
import dev.parley.platform.Choice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Calendars: those that people subscribe to, and those that partnerships have their meetings from. */
final class Feeds {

    private final Common common;

    Feeds(Common common) {
        this.common = common;
    }

    /** The name of somebody's own feed: who, and a secret. */
    Optional<String> name(PersonId person) {
        return common.notebook(person, Notebook::feed).map(secret -> person.value() + "-" + secret);
    }

    /** Whose feed has this name. */
    Optional<PersonId> of(String name) {
        int hyphen = name.indexOf('-');
        if (hyphen < 1) {
            return Optional.empty();
        }
        PersonId person = new PersonId(name.substring(0, hyphen));
        return common.ledger()
                .person(person)
                .flatMap(_ -> name(person))
                .filter(right -> MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8), name.getBytes(StandardCharsets.UTF_8)))
                .map(_ -> person);
    }

    List<Choice> choices(Optional<String> name) {
        return name.isPresent()
                ? List.of(
                        common.other(new Meaning.OpenFeed(), CoachingPhrase.FEED_ANOTHER),
                        common.ending(new Meaning.CloseFeed(), CoachingPhrase.FEED_CLOSE))
                : List.of(common.other(new Meaning.OpenFeed(), CoachingPhrase.FEED_OPEN));
    }

    /** How people see the calendar of a partnership: whose it is, never its address. */
    Optional<String> calendar(Shared shared) {
        return common.ledger()
                .look(shared.story(), one -> ((Partnership) one).calendar())
                .map(calendar -> common.plainName(calendar.by()));
    }

    List<Choice> calendarChoices(Shared shared) {
        Choice give = common.other(new Meaning.Calendar(shared.id()), CoachingPhrase.CALENDAR);
        return calendar(shared).isPresent()
                ? List.of(give, common.ending(new Meaning.NoCalendar(shared.id()), CoachingPhrase.CALENDAR_OFF))
                : List.of(give);
    }
}
