package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Filing;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Place;
import dev.parley.conversation.Verb;
import dev.parley.platform.Outgoing;
import dev.parley.recap.By;
import dev.parley.recap.Part;
import dev.parley.recap.Recap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Conversations that a person can read, played with the whole engine. A bug report is one of these files. */
class TranscriptsTest {

    private static final Pattern STEP = Pattern.compile("(-?\\d+)([mhd])");
    private static final Pattern SAYS = Pattern.compile("(\\p{Lu}\\p{L}+): (.*)");
    private static final Pattern CHANGES = Pattern.compile("(\\p{Lu}\\p{L}+) (edits|deletes) (\\d+)(?:: (.*))?");
    private static final Pattern FILED = Pattern.compile("filed (\\p{L}+) (\\d+): (Q\\d+|side) ?(sure|guess)?");
    private static final Pattern RECAP = Pattern.compile("recap Q(\\d+):(.*)");

    @TempDir
    Path folder;

    private House house;
    private final Map<String, List<MessageId>> said = new HashMap<>();
    private int read;

    static Stream<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/transcripts"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void itGoesAsWritten(Path transcript) throws IOException {
        house = new House(folder, EngineTest.plan(), EngineTest.START.minus(Duration.ofDays(2)), 100);
        int number = 0;
        for (String line : Files.readAllLines(transcript)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                try {
                    play(line);
                } catch (AssertionError | RuntimeException trouble) {
                    throw new AssertionError(
                            transcript + ":" + number + ": " + line + "\n" + trouble.getMessage(), trouble);
                }
            }
        }
        house.close();
    }

    private void play(String line) {
        Matcher says = SAYS.matcher(line);
        Matcher changes = CHANGES.matcher(line);
        Matcher filed = FILED.matcher(line);
        Matcher recap = RECAP.matcher(line);
        if (line.startsWith("clock ")) {
            house.until(EngineTest.START.plus(span(line)));
        } else if (line.startsWith("away ")) {
            house.away(span(line));
        } else if (line.equals("kill")) {
            house.kill();
        } else if (line.equals("start")) {
            house.start();
            house.until(house.clock.instant().plusSeconds(1));
        } else if (line.startsWith("Parley: ")) {
            expect(line.substring("Parley: ".length()));
        } else if (line.startsWith("host ")) {
            steer(line.substring("host ".length()));
        } else if (line.startsWith("gone: ")) {
            assertThat(house.standing()).noneMatch(text -> text.contains(line.substring(6)));
        } else if (line.startsWith("never: ")) {
            assertThat(posts()).noneMatch(text -> text.contains(line.substring(7)));
        } else if (line.startsWith("posts once: ")) {
            assertThat(house.platform.posted.stream().filter(post -> post.tone() != Outgoing.Tone.RECAP))
                    .filteredOn(post -> post.text().contains(line.substring(12)))
                    .hasSize(1);
        } else if (line.startsWith("recap says: ")) {
            assertThat(recap().toString()).contains(line.substring(12));
        } else if (line.startsWith("recap does not say: ")) {
            assertThat(recap().toString()).doesNotContain(line.substring(20));
        } else if (line.endsWith(" is erased")) {
            house.engine
                    .facilitator()
                    .erase(house.account(line.split(" ")[0]))
                    .toCompletableFuture()
                    .join();
        } else if (recap.matches()) {
            assertThat(authors(Integer.parseInt(recap.group(1))))
                    .isEqualTo(recap.group(2).strip());
        } else if (filed.matches()) {
            checkFiled(filed);
        } else if (changes.matches()) {
            change(changes);
        } else if (says.matches()) {
            said.computeIfAbsent(says.group(1), _ -> new ArrayList<>()).add(house.say(says.group(1), says.group(2)));
        } else {
            throw new IllegalArgumentException("This is no line of a transcript");
        }
    }

    private static Duration span(String line) {
        Matcher step = STEP.matcher(line);
        if (!step.find()) {
            throw new IllegalArgumentException("A span is written 5m, 2h or 1d");
        }
        long number = Long.parseLong(step.group(1));
        return switch (step.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private List<String> posts() {
        synchronized (house.platform) {
            return house.platform.posted.stream().map(Outgoing::text).toList();
        }
    }

    /** Among what was posted since the last such line, in order. */
    private void expect(String text) {
        List<String> posts = posts();
        for (int at = read; at < posts.size(); at++) {
            if (posts.get(at).contains(text)) {
                read = posts.get(at).contains("\n") ? at : at + 1;
                return;
            }
        }
        throw new AssertionError("Posted instead: " + posts.subList(read, posts.size()));
    }

    private void steer(String verb) {
        PersonId host = house.host();
        if (verb.startsWith("add: ")) {
            house.engine
                    .desk()
                    .add(host, House.CHAT, verb.substring(5))
                    .toCompletableFuture()
                    .join();
        } else {
            Verb meant = switch (verb.split(" ")[0]) {
                case "next" -> new Verb.Next();
                case "undo" -> new Verb.Undo();
                case "pause" -> new Verb.Pause();
                case "resume" -> new Verb.Resume();
                case "end" -> new Verb.End();
                case "jump" -> new Verb.Jump(Integer.parseInt(verb.split(" ")[1]));
                default -> throw new IllegalArgumentException("No verb " + verb);
            };
            house.engine
                    .desk()
                    .steer(host, House.CHAT, meant)
                    .toCompletableFuture()
                    .join();
        }
        house.settle();
    }

    private void change(Matcher change) {
        String who = change.group(1);
        MessageId message = said.get(who).get(Integer.parseInt(change.group(3)) - 1);
        if (change.group(2).equals("edits")) {
            house.hear(message, who, change.group(4), Place.ROOM);
        } else {
            house.delete(message);
        }
    }

    private void checkFiled(Matcher filed) {
        MessageId message = said.get(filed.group(1)).get(Integer.parseInt(filed.group(2)) - 1);
        Filing filing = house.engine.desk().view(house.host(), House.CHAT).orElseThrow().messages().stream()
                .filter(one -> one.message().equals(message))
                .map(Desk.Filed::filing)
                .findFirst()
                .orElseThrow();
        if (filed.group(3).equals("side")) {
            assertThat(filing.questions()).isEmpty();
        } else {
            assertThat(filing.questions())
                    .containsExactly(Integer.parseInt(filed.group(3).substring(1)));
            assertThat(filing.sure()).isEqualTo(filed.group(4).equals("sure"));
        }
    }

    private Recap recap() {
        return house.engine.recap(House.CHAT).orElseThrow();
    }

    private String authors(int question) {
        List<String> names = recap().part(question).map(Part::answers).orElse(List.of()).stream()
                .map(answer -> answer.parts().getFirst().by())
                .map(by -> by instanceof By.Named(String name) ? name : "someone")
                .toList();
        return String.join(", ", names);
    }
}
