package dev.parley.engine.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.coaching.Look;
import dev.parley.coaching.partnership.PartnershipCommand;
import dev.parley.coaching.partnership.Seen;
import dev.parley.coaching.partnership.Source;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.platform.Account;
import dev.parley.platform.Incoming;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody typed is kept, or refused, so that it is given back; nobody is told that it is kept where it is not. */
class TypedTest extends InVillage {

    @Test
    void howSomethingWentThatIsNotTriedAnyMoreIsRefused() {
        String told = village.fill("ada", Meanings.text(new Meaning.TellHow("c9")), Map.of("text", "It went well"));

        assertThat(told).startsWith("refused: ");
    }

    @Test
    void anAnswerOfSomebodyWhoHasLeftIsRefused() {
        String id = together(ada, ben);
        Seen.Meeting meeting = met(id);
        String write = Meanings.text(new Meaning.WriteOne(id, meeting.id(), Look.BACK));
        assertThat(village.fill("ada", write, Map.of("back", "We listened"))).doesNotStartWith("refused: ");

        village.press("ada", Meanings.text(new Meaning.Leave(id)));

        String another = Meanings.text(new Meaning.WriteOne(id, meeting.id(), Look.AT));
        assertThat(village.fill("ada", another, Map.of("at", "And more"))).startsWith("refused: ");
    }

    @Test
    void whatWasSaidForSomethingElseAndIsEditedIsNoAnswer() {
        String id = together(ada, ben);
        met(id);
        MessageId earlier = new MessageId(PrivateRooms.room(Village.account("ada")), "said for the chat");

        village.say("ada", earlier, "Said for the chat, and edited", NOW);
        assertThat(answers(id)).isEmpty();

        village.say("ada", "We listened");
        assertThat(answers(id)).hasSize(1);
    }

    @Test
    void whereOneFieldIsTooLongNoneIsKept() {
        String id = together(ada, ben);
        Seen.Meeting meeting = met(id);
        String tooLong = "x".repeat(Common.LONGEST + 1);

        String goal = village.fill(
                "ada", Meanings.text(new Meaning.ChangeGoal(id)), Map.of("goal", "All speak", "progress", tooLong));
        String answers = village.fill(
                "ada",
                Meanings.text(new Meaning.Write(id, meeting.id())),
                Map.of("back", "We spoke", "ahead", tooLong));

        assertThat(List.of(goal, answers)).allMatch(told -> told.startsWith("refused: "));
        assertThat(shared(id, ada).orElseThrow().seen().goal()).isEmpty();
        assertThat(answers(id)).isEmpty();
    }

    @Test
    void ofAnEditNothingIsSaid() {
        Account account = Village.account("ada");
        MessageId earlier = new MessageId(PrivateRooms.room(account), "said for the chat");
        Incoming.Said said = new Incoming.Said(earlier, account, "", "Said for the chat", Place.ROOM, NOW);
        Incoming.Said edited =
                new Incoming.Said(earlier, account, "", "And edited", Place.ROOM, NOW, NOW.plusSeconds(60));

        assertThat(village.coaching.said(said).toCompletableFuture().join()).isPresent();
        assertThat(village.coaching.said(edited).toCompletableFuture().join()).isEmpty();
    }

    /** As Slack tells again, after Parley was away, what it had no acknowledgement of. */
    @Test
    void whatIsKeptAndComesAgainNeedsNoAnswer() {
        String id = together(ada, ben);
        met(id);
        MessageId message = new MessageId(PrivateRooms.room(Village.account("ada")), "said once");
        Incoming.Said said = new Incoming.Said(
                message, Village.account("ada"), "", "We listened", Place.ROOM, village.now(), village.now());

        assertThat(village.coaching.said(said).toCompletableFuture().join()).isEmpty();
        assertThat(village.coaching.said(said).toCompletableFuture().join()).isEmpty();
        assertThat(answers(id)).hasSize(1);
    }

    /** The two have met, and are asked about it. */
    private Seen.Meeting met(String partnership) {
        Instant start = NOW.plus(Duration.ofHours(1));
        Instant end = start.plus(Duration.ofMinutes(45));
        village.ledger()
                .ask(
                        shared(partnership, ada).orElseThrow().story(),
                        new PartnershipCommand.SetMeeting(ada, Source.COMMAND, start, end, Optional.empty()))
                .join();
        village.until(end.plus(Duration.ofMinutes(30)));
        return meeting(partnership);
    }

    private Seen.Meeting meeting(String partnership) {
        return shared(partnership, ada).orElseThrow().seen().meetings().getFirst();
    }

    private List<MessageId> answers(String partnership) {
        return meeting(partnership).questions().stream()
                .flatMap(question -> question.mine().stream())
                .toList();
    }
}
