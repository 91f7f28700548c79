package dev.parley.coaching.partnership;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides about meetings: those that people set, and those that a calendar tells of. */
final class Reconciling {

    /** A meeting that was asked about and moves by less than this is still the same. */
    private static final Duration SLIGHTLY = Duration.ofHours(6);

    private final Partnership partnership;
    private final Instant now;
    private final Set<String> ids = new HashSet<>();
    private final List<PartnershipEvent> events = new ArrayList<>();

    Reconciling(Partnership partnership, Instant now) {
        this.partnership = partnership;
        this.now = now;
    }

    List<PartnershipEvent> events() {
        return events;
    }

    Reconciling reconcile(PartnershipCommand.Reconcile feed) {
        Set<Source> there = new HashSet<>();
        for (Occurrence one : feed.occurrences()) {
            Source source = Source.feed(feed.calendar(), one.uid(), one.instance());
            boolean isNew = !one.cancelled() && there.add(source);
            if (isNew && !isOverruled(source, one)) {
                set(feed.by(), source, one.start(), one.end(), Optional.empty());
            }
        }
        partnership.meetings().stream()
                .filter(meeting -> !meeting.cancelled() && isMissing(meeting, feed, there))
                .forEach(this::cancel);
        return this;
    }

    private boolean isOverruled(Source source, Occurrence one) {
        return partnership
                .overruled(source)
                .filter(new Partnership.Span(one.start(), one.end())::equals)
                .isPresent();
    }

    /** What somebody called off is missing at any time, what is simply not there only where it would have to be. */
    private static boolean isMissing(Meeting meeting, PartnershipCommand.Reconcile feed, Set<Source> there) {
        Source source = meeting.source();
        boolean ofThisFeed =
                source.kind() == Source.Kind.FEED && source.calendar().equals(feed.calendar());
        boolean calledOff = feed.occurrences().stream()
                .anyMatch(one -> one.cancelled()
                        && Source.feed(feed.calendar(), one.uid(), one.instance())
                                .equals(source));
        boolean within = meeting.end().isAfter(feed.from()) && meeting.start().isBefore(feed.to());
        boolean isKnown = !feed.unread().contains(source.uid());
        return ofThisFeed && !there.contains(source) && (calledOff || within && isKnown);
    }

    Reconciling set(PersonId by, Source source, Instant start, Instant end, Optional<MessageId> prompt) {
        boolean named = source.kind() != Source.Kind.COMMAND;
        Optional<Meeting> known = partnership.meetings().stream()
                .filter(meeting ->
                        !meeting.cancelled() && meeting.source().equals(source) && (named || meeting.is(start, end)))
                .findFirst();
        if (end.isBefore(start)) {
            return this;
        }
        known.ifPresentOrElse(
                meeting -> move(meeting, start, end),
                () -> events.add(new PartnershipEvent.MeetingSet(id(start), source, start, end, prompt, by)));
        return this;
    }

    Reconciling move(Meeting meeting, Instant start, Instant end) {
        if (meeting.cancelled() || meeting.is(start, end) || end.isBefore(start)) {
            return this;
        }
        boolean stillToCome =
                end.isAfter(now) && Duration.between(meeting.end(), end).abs().compareTo(SLIGHTLY) > 0;
        if (stillToCome && meeting.questions().isPresent()) {
            events.add(new PartnershipEvent.MeetingSetAnew(id(start), meeting.id(), start, end));
            cancel(meeting);
        } else {
            events.add(new PartnershipEvent.MeetingMoved(meeting.id(), start, end));
        }
        return this;
    }

    /** Calls a meeting off; what was asked about it and is open is taken back. */
    Reconciling cancel(Meeting meeting) {
        events.add(new PartnershipEvent.MeetingCancelled(meeting.id()));
        partnership.present().keySet().stream()
                .filter(person -> partnership
                        .reflection(person, meeting.id())
                        .filter(one -> !one.isOver())
                        .isPresent())
                .forEach(person -> events.add(new PartnershipEvent.Withdrawn(meeting.id(), person)));
        return this;
    }

    /** People have moved a meeting, or called it off: what a calendar says of it does not count any more, as long as it stays that. */
    Reconciling byPeople(Meeting meeting) {
        if (meeting.source().kind() == Source.Kind.FEED && !events.isEmpty()) {
            Partnership.Span told = partnership
                    .overruled(meeting.source())
                    .orElse(new Partnership.Span(meeting.start(), meeting.end()));
            events.add(new PartnershipEvent.Overruled(meeting.id(), told.start(), told.end()));
        }
        return this;
    }

    /** {@code 2026-11-23T16:00Z}, with an ordinal where there is another of that minute. */
    private String id(Instant start) {
        String minute = start.toString().substring(0, 16) + "Z";
        String id = minute;
        for (int ordinal = 2; partnership.meeting(id).isPresent() || ids.contains(id); ordinal++) {
            id = minute + "~" + ordinal;
        }
        ids.add(id);
        return id;
    }
}
