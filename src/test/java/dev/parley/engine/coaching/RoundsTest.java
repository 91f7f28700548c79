package dev.parley.engine.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.coaching.partnership.Partnership;
import dev.parley.platform.Choice;
import dev.parley.platform.Order;
import dev.parley.platform.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a lead has made up is proposed by nobody: each is asked in private, and nothing begins before they agree. */
class RoundsTest extends InVillage {

    private static final Instant START = Instant.parse("2026-11-26T09:00:00Z");
    private static final Instant END = START.plus(Duration.ofMinutes(45));

    private static Placed placed(String name, String role) {
        return new Placed(Village.account(name.toLowerCase(Locale.ROOT)), name, role);
    }

    private boolean propose(String cycle, Placed... people) {
        boolean asked = village.service
                .rounds()
                .propose(cycle, List.of(people))
                .toCompletableFuture()
                .join();
        village.settle();
        return asked;
    }

    private boolean visit(Placed... people) {
        boolean asked = village.service
                .rounds()
                .propose(new Rounds.Visit(
                        "group-visit", "Fractions in room 12", START, END, "What did a student say?", List.of(people)))
                .toCompletableFuture()
                .join();
        village.settle();
        return asked;
    }

    private List<Outgoing> letters(String account) {
        return village.rooms.letters(Village.account(account));
    }

    private void press(String account, String label) {
        Choice choice = letters(account).getLast().choices().stream()
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow();
        village.press(account, choice.meaning());
    }

    @Test
    void eachIsAskedInPrivateAndItBeginsWhenAllHaveAgreed() {
        assertThat(propose("peer-coaching", placed("Ada", "coach"), placed("Ben", "partner")))
                .isTrue();

        assertThat(letters("ada")).hasSize(1);
        assertThat(letters("ada").getFirst().text())
                .startsWith("In the new round you and Ben have been put together: **Peer coaching**.");
        assertThat(letters("ben").getFirst().text()).contains("you and Ada have been put together");
        assertThat(village.rooms.inPublic()).isEmpty();

        press("ada", "I agree");
        assertThat(letters("ada")).hasSize(1);
        press("ben", "I agree");
        assertThat(letters("ada").getLast().text()).startsWith("You and Ben have both agreed");
    }

    @Test
    void rolesAreThoseOfTheRound() {
        propose("peer-coaching", placed("Ada", "partner"), placed("Ben", "coach"));

        assertThat(shared(id(), ada).orElseThrow().seen().members().values()).containsExactly("partner", "coach");
    }

    @Test
    void whoeverWasAskedIsNotAskedTwice() {
        assertThat(propose("impact-cycle", placed("Ada", "partner"), placed("Ben", "partner")))
                .isTrue();
        assertThat(propose("impact-cycle", placed("Ben", "partner"), placed("Ada", "partner")))
                .isFalse();
        assertThat(propose("peer-coaching", placed("Ben", "partner"), placed("Ada", "partner")))
                .isTrue();
        assertThat(letters("ada")).hasSize(2);

        press("ada", "Not for me");
        assertThat(propose("peer-coaching", placed("Ada", "partner"), placed("Ben", "partner")))
                .as("declined before, and asked anew")
                .isTrue();
    }

    @Test
    void aNameInAFileChangesNobodys() {
        propose(
                "impact-cycle",
                new Placed(Village.account("ada"), "Ada Lovelace", "partner"),
                placed("Ben", "partner"));

        assertThat(letters("ben").getFirst().text()).contains("you and Ada have been");
    }

    @Test
    void whatCannotBeIsSaid() {
        assertThatThrownBy(() -> propose("no-cycle", placed("Ada", "coach"), placed("Ben", "partner")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no cycle \"no-cycle\" here. There are: challenge-cycle, ");
        assertThatThrownBy(() -> propose("impact-cycle", placed("Ada", "coach"), placed("Ada", "partner")))
                .hasMessageContaining("in the same group already");
        assertThatThrownBy(() -> propose("impact-cycle", placed("Ada", "coach")))
                .hasMessageContaining("two to 3 people");
    }

    @Test
    void aVisitSaysWhenItIsAndAsksAllTheSameAfterwards() {
        assertThat(visit(placed("Ada", "coach"), placed("Ben", "partner"), placed("Cleo", "partner")))
                .isTrue();
        assertThat(visit(placed("Ada", "coach"), placed("Ben", "partner"), placed("Cleo", "partner")))
                .isFalse();

        assertThat(letters("cleo")).hasSize(1);
        assertThat(letters("cleo").getFirst().text())
                .startsWith("You are invited to a visit with Ada and Ben: **Fractions in room 12**, Thursday, 26"
                        + " November, 10:00 (CET).");
        List.of("ada", "ben", "cleo").forEach(account -> press(account, "I agree"));
        assertThat(letters("cleo").getLast().text()).startsWith("The visit is settled: **Fractions in room 12**");

        village.until(END.plus(Duration.ofMinutes(15)));
        for (String account : List.of("ada", "ben", "cleo")) {
            assertThat(letters(account).getLast().text())
                    .contains("you were on a visit")
                    .contains("What did a student say?");
        }
        village.say("ben", "She said that a third is more than a quarter.");
        village.until(END.plus(Duration.ofMinutes(20)));
        assertThat(letters("ben").getLast().text()).startsWith("Thank you.");
    }

    @Test
    void aVisitIsShownUntilItIsOverAndIsNoPartnershipToMeetIn() {
        visit(placed("Ada", "coach"), placed("Ben", "partner"));
        List.of("ada", "ben").forEach(account -> press(account, "I agree"));

        assertThat(village.order("ada", Order.Kind.OVERVIEW, Optional.empty(), ""))
                .contains("Fractions in room 12 with Ben");
        assertThat(village.order("ada", Order.Kind.MEET, Optional.empty(), "tomorrow 3pm"))
                .contains("you need a partnership");
        village.until(END.plus(Duration.ofMinutes(1)));
        assertThat(village.order("ada", Order.Kind.OVERVIEW, Optional.empty(), ""))
                .doesNotContain("Fractions");
        village.press("ada", Meanings.text(new Meaning.Leave(id())));
        assertThat(letters("ben").getLast().text()).startsWith("The visit is settled");
    }

    private String id() {
        return village.ledger().stories(Partnership.KIND).getFirst().name().substring(Partnership.KIND.length() + 1);
    }

    @Test
    void whoHasNotAgreedWhenItBeginsDoesNotHoldUpTheOthers() {
        visit(placed("Ada", "coach"), placed("Ben", "partner"), placed("Cleo", "partner"));
        press("ada", "I agree");
        press("ben", "I agree");

        village.until(END.plus(Duration.ofMinutes(15)));

        assertThat(letters("ada").getLast().text()).contains("What did a student say?");
        assertThat(letters("cleo")).noneMatch(letter -> letter.text().contains("What did a student say?"));
    }

    @Test
    void aVisitOfOneIsNone() {
        visit(placed("Ada", "coach"), placed("Ben", "partner"));
        press("ada", "I agree");

        village.until(END.plus(Duration.ofMinutes(15)));

        assertThat(letters("ada")).noneMatch(letter -> letter.text().contains("What did a student say?"));
        assertThat(letters("ada").getLast().text())
                .isEqualTo("Too few can come to the visit **Fractions in room 12**, so nobody waits for it any more.");
    }
}
