package dev.parley.engine.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.PersonId;
import dev.parley.platform.Caller;
import dev.parley.platform.Choice;
import dev.parley.platform.Note;
import dev.parley.platform.Order;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whom one asks, for what, and as whom, is settled before anybody is asked. */
class PartneringTest extends InVillage {

    private final Caller caller = new Caller(Village.account("ada"), "Ada");

    @Test
    void whatTheCyclesAreIsSaidWhereOneIsChosen() {
        Note which = partner("ben", "Ben", "");

        assertThat(which.text()).contains("**Peer coaching.**", "**The challenge cycle.**");
        assertThat(which.choices()).extracting(Choice::label).contains("Peer coaching", "The challenge cycle");
    }

    @Test
    void whoAsksSaysWhichPartIsTheirs() {
        Note parts = partner("ben", "Ben", "impact");
        assertThat(parts.choices()).extracting(Choice::label).containsExactly("Coach", "Partner");
        assertThat(village.ledger().memberships(ada)).isEmpty();

        press(parts, "Partner");

        assertThat(roles(ada)).isEqualTo(Map.of(ada, "partner", ben, "coach"));
    }

    @Test
    void whoCoachesComesFirst() {
        press(partner("ben", "Ben", "impact"), "Coach");

        assertThat(roles(ben)).isEqualTo(Map.of(ada, "coach", ben, "partner"));
    }

    @Test
    void nobodyIsAskedTwice() {
        Note parts = partner("ben", "Ben", "impact");
        press(parts, "Coach");

        assertThat(press(parts, "Partner").text()).contains("already work together");
        assertThat(partner("ben", "Ben", "impact").choices()).isEmpty();
        assertThat(village.ledger().memberships(ada)).hasSize(1);
    }

    @Test
    void whoHasNeverTalkedToParleyIsCalledWhatThePlatformCallsThem() {
        Note parts = partner("cyd", "Cyd", "impact");

        assertThat(parts.text()).contains("Cyd");
        assertThat(press(parts, "Coach").text()).contains("I have asked Cyd");
    }

    @Test
    void aCycleForVisitsIsNotOfferedToTwo() {
        String offered = village.fill("ada", Meanings.text(new Meaning.Invite()), Map.of("name", "Ben"));
        String named = village.order("ada", Order.Kind.PARTNER, Optional.of("ben"), "group visit");

        assertThat(offered).contains("The impact cycle").doesNotContain("A group visit");
        assertThat(named).contains("I know no cycle of that name").doesNotContain("A group visit");
    }

    private Note partner(String account, String name, String cycle) {
        Order.Named other = new Order.Named(Village.account(account), name);
        return village.service
                .order(caller, new Order(Order.Kind.PARTNER, Optional.of(other), cycle))
                .toCompletableFuture()
                .join();
    }

    private Note press(Note on, String label) {
        List<Choice> meant =
                on.choices().stream().filter(one -> one.label().equals(label)).toList();
        return village.service
                .pressed(caller, meant.getFirst().meaning())
                .toCompletableFuture()
                .join();
    }

    private Map<PersonId, String> roles(PersonId person) {
        Shared shared = shared(
                        village.ledger().memberships(person).stream()
                                .filter(story -> story.kind().equals("partnership"))
                                .findFirst()
                                .orElseThrow()
                                .name()
                                .substring("partnership:".length()),
                        person)
                .orElseThrow();
        return shared.seen().members();
    }
}
