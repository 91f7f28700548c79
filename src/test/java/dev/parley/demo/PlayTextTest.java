package dev.parley.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.setup.SetupTrouble;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayTextTest {

    private static final String PEOPLE = "Words before it.\n## People\n- Ada\n- Ben\n## Q1\n";

    @Test
    void readsWhatPeopleDo() {
        Play play = PlayText.read("play.md", PEOPLE + """
                        - after 5% Ada [first]: A1: so: it begins
                        - after 12% Ben to [first] [second]: I see
                        - after 20% Ada edits [first]: A1: it began
                        - after 20% Ada reacts to [second] with ❤️
                        - after 99% Ben deletes [second]
                        """);

        assertThat(play.people()).containsExactly("Ada", "Ben");
        assertThat(play.in(new Play.Part.Question(1)))
                .containsExactly(
                        new Cue(5, new Act.Say("Ada", Optional.empty(), Optional.of("first"), "A1: so: it begins")),
                        new Cue(12, new Act.Say("Ben", Optional.of("first"), Optional.of("second"), "I see")),
                        new Cue(20, new Act.Edit("Ada", "first", "A1: it began")),
                        new Cue(20, new Act.React("Ada", "second", "❤️")),
                        new Cue(99, new Act.Delete("Ben", "second")));
        assertThat(play.in(new Play.Part.Closing())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    after 5% Ada: hello             | does not begin with a dash
                    - at 5% Ada: hello              | does not begin with "after"
                    - after 100% Ada: hello         | does not begin with "after"
                    - after 5% Cleo: hello          | Nobody of the people
                    - after 5% Adam: hello          | Nobody of the people
                    - after 5% Ada hello            | not said what somebody says
                    - after 5% Ada:                 | not said what somebody says
                    - after 5% Ada [x: hello        | bracket is not closed
                    - after 5% Ada to [x]: hello    | no message [x] before
                    - after 5% Ada edits [x]: hello | no message [x] before
                    - after 5% Ben edits [a]: hello | [a] was not said by Ben
                    - after 5% Ben deletes [a]      | [a] was not said by Ben
                    - after 5% Ada deletes [a] now  | something behind
                    - after 5% Ben reacts to [a]    | not said with what
                    - after 5% Ben [a]: hello       | There is a [a] already
                    - after 5% Ben edits [Q1]: hello | [Q1] was not said by Ben
                    - after 5% Ben [Q1]: hello      | There is a [Q1] already
                    - after 5% Ben to [Q0]: hello   | no message [Q0] before
                    - after 1% Ben: hello           | before the line above
                    ## Q1                           | there twice
                    ## Tea                          | no part of a chat
                    """)
    void namesTheLineOfWhatItCannotRead(String line, String complaint) {
        assertThatThrownBy(() -> PlayText.read("play.md", PEOPLE + "- after 2% Ada [a]: A1: hello\n" + line + "\n"))
                .isInstanceOf(SetupTrouble.class)
                .hasMessageStartingWith("play.md:7:1: ")
                .hasMessageContaining(complaint);
    }

    @Test
    void aMessageThatIsGoneCannotBeUsedAgain() {
        String text =
                PEOPLE + "- after 2% Ada [a]: x\n- after 3% Ada deletes [a]\n- after 4% Ben reacts to [a] with 👍\n";

        assertThatThrownBy(() -> PlayText.read("play.md", text)).hasMessageStartingWith("play.md:8:1: ");
    }

    @Test
    void tellsAllThatIsWrong() {
        assertThatThrownBy(() -> PlayText.read("play.md", "## People\n- Ada Smith\n## Q0\n"))
                .isInstanceOfSatisfying(
                        SetupTrouble.class,
                        trouble -> assertThat(trouble.problems())
                                .extracting(problem -> problem.line())
                                .containsExactly(2, 3, 1));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> PlayText.read(Path.of("nowhere.md"))).hasMessageStartingWith("nowhere.md:1:1: ");
    }

    @Test
    void theShippedPeopleTakePartInEverything() {
        Play play = PlayText.read(Path.of("prompts/demo/people.md"));
        List<Cue> all = play.parts().values().stream().flatMap(List::stream).toList();

        assertThat(play.people()).hasSize(5);
        assertThat(play.in(new Play.Part.Introductions())).isNotEmpty();
        assertThat(play.in(new Play.Part.Closing())).isNotEmpty();
        assertThat(IntStream.rangeClosed(1, 7).mapToObj(Play.Part.Question::new))
                .allSatisfy(question -> assertThat(
                                play.in(question).stream().map(cue -> cue.act().person()))
                        .containsAll(play.people().subList(0, 4)));
        assertThat(all.stream().map(cue -> cue.act().getClass().getSimpleName()))
                .contains("Say", "Edit", "Delete", "React");
    }
}
