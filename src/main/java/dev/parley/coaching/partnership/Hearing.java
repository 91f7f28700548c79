package dev.parley.coaching.partnership;

import dev.parley.coaching.Look;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Place;
import dev.parley.conversation.Said;
import dev.parley.conversation.filing.OffTheRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the question that something answers: by its number, by what it replies to, else what was put last. */
final class Hearing {

    private final Partnership partnership;

    Hearing(Partnership partnership) {
        this.partnership = partnership;
    }

    List<PartnershipEvent> hear(Said said) {
        if (partnership.isDropped(said.message())) {
            return List.of();
        }
        boolean kept = !OffTheRecord.is(said.text()) && !said.text().isBlank();
        Optional<Partnership.Answer> before = partnership.answer(said.message());
        if (before.isPresent()) {
            return isNewer(said, before.get()) ? List.of(kept ? again(said, before.get()) : gone(said)) : List.of();
        }
        if (!kept || !partnership.isPresent(said.author())) {
            return List.of();
        }
        return item(said)
                .map(item -> List.of(answered(said.author(), item, said)))
                .orElse(List.of());
    }

    private boolean isNewer(Said said, Partnership.Answer before) {
        return partnership
                .find(before.item(), before.person())
                .map(entry -> entry.parts().get(said.message()))
                .filter(part -> said.revised().isAfter(part.revised()))
                .isPresent();
    }

    private PartnershipEvent again(Said said, Partnership.Answer before) {
        Item item = numbered(said.text(), before.item().meeting()).orElse(before.item());
        return answered(before.person(), item, said);
    }

    private static PartnershipEvent gone(Said said) {
        return new PartnershipEvent.Unanswered(said.message());
    }

    private static PartnershipEvent answered(PersonId person, Item item, Said said) {
        return new PartnershipEvent.Answered(
                item.meeting(), person, item.look(), said.message(), said.at(), said.revised());
    }

    private Optional<Item> item(Said said) {
        Optional<Item> replied =
                said.place() instanceof Place.Under(MessageId to) ? under(said.author(), to) : Optional.empty();
        Optional<String> meeting = replied.map(Item::meeting)
                .or(() -> partnership.listening(said.author(), said.at()).map(Reflection::meeting));
        return meeting.flatMap(id -> numbered(said.text(), id))
                .or(() -> replied)
                .or(() -> isToOthers(said) ? Optional.empty() : lastPut(said));
    }

    /** Whether something replies to what others have shared: that is no answer to what is being asked. */
    private boolean isToOthers(Said said) {
        return said.place() instanceof Place.Under(MessageId to)
                && partnership
                        .letters()
                        .standing(said.author(), to)
                        .filter(PartnershipLetter.Opening.class::isInstance)
                        .isPresent();
    }

    /** What a reply to a letter of ours, or to an answer of one's own, goes to. */
    private Optional<Item> under(PersonId person, MessageId to) {
        return partnership
                .letters()
                .standing(person, to)
                .flatMap(letter -> itemOf(person, letter))
                .or(() -> partnership
                        .answer(to)
                        .filter(answer -> answer.person().equals(person))
                        .map(Partnership.Answer::item));
    }

    private Optional<Item> itemOf(PersonId person, PartnershipLetter letter) {
        return switch (letter) {
            case PartnershipLetter.Asking(String meeting, Look look, boolean _) -> Optional.of(new Item(meeting, look));
            case PartnershipLetter.Nudge(String meeting) -> putLast(person, meeting);
            case PartnershipLetter.Thanks(String meeting) -> putLast(person, meeting);
            case PartnershipLetter.Opening _,
                    PartnershipLetter.Invitation _,
                    PartnershipLetter.Beginning _,
                    PartnershipLetter.Farewell _ -> Optional.empty();
        };
    }

    private Optional<Item> putLast(PersonId person, String meeting) {
        return partnership
                .reflection(person, meeting)
                .flatMap(Reflection::lookPutLast)
                .map(look -> new Item(meeting, look));
    }

    private Optional<Item> lastPut(Said said) {
        return partnership
                .listening(said.author(), said.at())
                .flatMap(open ->
                        open.spokenTo(said.at(), partnership.rhythm()).map(look -> new Item(open.meeting(), look)));
    }

    private Optional<Item> numbered(String text, String meeting) {
        List<Question> questions =
                partnership.meeting(meeting).flatMap(Meeting::questions).orElse(List.of());
        return Numbered.of(text)
                .filter(label -> label.number() <= questions.size())
                .map(label ->
                        new Item(meeting, questions.get(label.number() - 1).look()));
    }

    /** The whole answer, in place of what was there. */
    List<PartnershipEvent> write(PersonId by, Item item, MessageId words, Instant now) {
        boolean elsewhere = partnership
                .answer(words)
                .filter(answer -> !answer.equals(new Partnership.Answer(by, item)))
                .isPresent();
        if (!partnership.mayAnswer(by, item) || elsewhere || partnership.isDropped(words)) {
            return List.of();
        }
        List<PartnershipEvent> events = new ArrayList<>();
        Instant at = partnership
                .find(item, by)
                .map(entry -> entry.parts().get(words))
                .map(Entry.Part::at)
                .orElse(now);
        events.add(new PartnershipEvent.Answered(item.meeting(), by, item.look(), words, at, now));
        unwrite(by, item).stream()
                .filter(gone -> !gone.drops().equals(Optional.of(words)))
                .forEach(events::add);
        return events;
    }

    List<PartnershipEvent> unwrite(PersonId by, Item item) {
        return partnership.find(item, by).stream()
                .flatMap(entry -> entry.words().stream())
                .<PartnershipEvent>map(PartnershipEvent.Unanswered::new)
                .toList();
    }
}
