package dev.parley.coaching.programme;

import dev.parley.coaching.OwnTime;
import dev.parley.coaching.Tag;
import dev.parley.conversation.Ask;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is asked of the programme. What somebody may not do, or what makes no sense as things stand, does nothing. */
public sealed interface ProgrammeCommand extends Ask {

    /** Begins it, or gives it another zone. */
    record Open(ZoneId zone) implements ProgrammeCommand {}

    /** Says a need to the lead. */
    record SayNeed(PersonId by, MessageId words, NeedKind kind) implements ProgrammeCommand {}

    /** A lead has seen to a need; that they are a lead is the engine's to know, and it has looked. */
    record MeetNeed(String need) implements ProgrammeCommand {}

    /** Takes a need of one's own back. */
    record TakeNeedBack(PersonId by, String need) implements ProgrammeCommand {}

    /** Puts something on the shelf. */
    record Shelve(PersonId by, MessageId words, Optional<Tag> domain) implements ProgrammeCommand {}

    /** Takes something of one's own off the shelf. */
    record Unshelve(PersonId by, String exemplar) implements ProgrammeCommand {}

    /**
     * Offers a win for the next chat's opening, or puts it into other words.
     *
     * @param commitment what was tried, by its id in the person's notebook; that it is there is the engine's to know
     */
    record OfferWin(PersonId by, String commitment, MessageId words) implements ProgrammeCommand {}

    /** Takes a win of one's own back. */
    record TakeWinBack(PersonId by, String commitment) implements ProgrammeCommand {}

    /**
     * A chat has opened: wins are said in it.
     *
     * @param chat its name
     */
    record SayWins(String chat) implements ProgrammeCommand {}

    /** A chat that had opened is not to be after all: its wins wait for the next. */
    record ReturnWins(String chat) implements ProgrammeCommand {}

    /**
     * Something may be due.
     *
     * @param leads the leads with their clocks
     * @param prompts the ids of the prompts for leads, in order
     * @param contributions of all partnerships; needed where {@code Programme.toFreeze} is not empty, and may be empty otherwise
     */
    record Wake(Map<PersonId, OwnTime> leads, List<String> prompts, List<Contribution> contributions)
            implements ProgrammeCommand {
        public Wake {
            leads = Map.copyOf(leads);
            prompts = List.copyOf(prompts);
            contributions = List.copyOf(contributions);
        }

        @Override
        public boolean wakes() {
            return true;
        }
    }

    /** A letter of ours stands. */
    record Stands(String key, MessageId message) implements ProgrammeCommand {}

    /** A letter of ours came too late to make sense and was not sent. */
    record Lapse(String key) implements ProgrammeCommand {}

    /** Everything of a person is to be forgotten. */
    record Forget(PersonId person) implements ProgrammeCommand {}
}
