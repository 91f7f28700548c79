package dev.parley.engine.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.coaching.programme.NeedKind;
import dev.parley.platform.Caller;
import dev.parley.platform.Choice;
import dev.parley.platform.Note;
import dev.parley.platform.Order;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody needs goes to those who lead, by choice, and comes back by choice. */
class NeedsTest extends InVillage {

    @BeforeEach
    void somebodyLeads() {
        village.introduce("lead", "Lea");
    }

    private Note ask(String account, String typed) {
        return village.service
                .order(new Caller(Village.account(account), ""), new Order(Order.Kind.NEED, Optional.empty(), typed))
                .toCompletableFuture()
                .join();
    }

    private void send(NeedKind kind, String text) {
        village.fill("ada", Meanings.text(new Meaning.SendNeed(kind)), Map.of("text", text));
    }

    private List<MyHome.Need> shown(String account) {
        return village.journals().home(Village.account(account)).orElseThrow().needs();
    }

    private List<LeadView.Need> toLead() {
        return village.journals().lead(Village.account("lead")).orElseThrow().needs();
    }

    @Test
    void whoNamesNoneIsAskedWhatKindItIs() {
        Note note = ask("ada", "");

        assertThat(note.choices())
                .allMatch(Choice::form)
                .extracting(Choice::label)
                .containsExactly("Time", "Cover", "Help", "Something else");
    }

    @Test
    void theLeadSeesWhatKindItIs() {
        send(NeedKind.COVER, "On Tuesday, third lesson");
        ask("ben", "A room with a door");

        assertThat(toLead())
                .extracting(LeadView.Need::kind, LeadView.Need::text, LeadView.Need::by)
                .containsExactlyInAnyOrder(
                        tuple("Cover", "On Tuesday, third lesson", "Ada"),
                        tuple("Something else", "A room with a door", "Ben"));
        assertThat(village.rooms.letters(Village.account("lead")).getFirst().text())
                .startsWith("Ada has a need and chose to tell you. **Cover:**\n> On Tuesday");
    }

    @Test
    void oneSeesWhatIsOpenAndTakesItBack() {
        send(NeedKind.HELP, "Somebody who\nknows *fractions*");
        send(NeedKind.TIME, "An hour");

        Note note = ask("ada", "");
        assertThat(note.text()).contains("- Time: An hour", "- Help: Somebody who\n> knows \\*fractions\\*");
        assertThat(note.choices().getLast().label()).isEqualTo("Take back: Somebody who knows *fractions*");
        village.press("ada", note.choices().getLast().meaning());

        assertThat(shown("ada")).extracting(MyHome.Need::text).containsExactly("An hour");
        assertThat(toLead()).extracting(LeadView.Need::text).containsExactly("An hour");
        assertThat(shown("ben")).isEmpty();
        assertThat(ask("ben", "").text()).doesNotContain("An hour");
        village.press("ada", shown("ada").getFirst().choices().getFirst().meaning());
        assertThat(toLead()).isEmpty();
    }

    @Test
    void whatWasSeenToIsNotOpenAnyMore() {
        send(NeedKind.TIME, "An hour");

        village.press("lead", toLead().getFirst().choices().getFirst().meaning());

        assertThat(shown("ada")).isEmpty();
        assertThat(toLead()).isEmpty();
    }
}
