package dev.parley.conversation.filing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Filing;
import dev.parley.conversation.Kind;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.conversation.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small chats, written for this, each line with where it belongs: {@code filing | time author | text}. A filing is a kind, its
 * questions, {@code p} with a part, {@code =} with the line that it repeats, {@code ?} for a guess; the author may be followed by
 * {@code >} and the line that is replied to. Lines are counted without remarks.
 */
@DisplayName("Chats of many forms")
class GoldenChatTest {
    private static final Path CHATS = Path.of("src/test/resources/filing");
    private static final RoomId ROOM = new RoomId("golden", "room");

    static Stream<Path> chats() throws IOException {
        try (Stream<Path> files = Files.list(CHATS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("chats")
    void areFiledAsTheirLinesSay(Path chat) throws IOException {
        List<String> lines = Files.readAllLines(chat).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .toList();
        List<Said> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            all.add(said(i + 1, lines.get(i).split(" *\\| *", 3)));
        }

        Replay replay = Replay.of(all, done -> {});

        List<String> filed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            filed.add(words(replay.filings().get(all.get(i).message()))
                    + lines.get(i).substring(lines.get(i).indexOf('|')));
        }
        assertThat(String.join("\n", filed))
                .isEqualTo(lines.stream()
                        .map(line -> line.substring(0, line.indexOf('|')).strip() + line.substring(line.indexOf('|')))
                        .collect(Collectors.joining("\n")));
    }

    private static Said said(int number, String[] columns) {
        String[] who = columns[1].split(" +");
        Place place = who.length > 2 ? new Place.Under(message(who[2].substring(1))) : Place.ROOM;
        Instant at = who[0].equals("-")
                ? Instant.EPOCH.plus(Duration.ofSeconds(10L * number))
                : LocalTime.parse(who[0]).atDate(java.time.LocalDate.EPOCH).toInstant(ZoneOffset.UTC);
        String author = who.length < 2 || who[1].equals("-") ? "" : who[1];
        return new Said(message(Integer.toString(number)), new PersonId(author), columns[2], place, at);
    }

    private static MessageId message(String number) {
        return new MessageId(ROOM, number);
    }

    private static String words(Filing filing) {
        String kind = filing.kind() == Kind.INTRODUCTION
                ? "intro"
                : filing.kind().name().toLowerCase(Locale.ROOT);
        String questions = filing.questions().stream().map(n -> " " + n).collect(Collectors.joining());
        String part = filing.part().map(p -> " p" + p).orElse("");
        String repeat = filing.repeatOf().map(first -> " =" + first.id()).orElse("");
        boolean guess = filing.kind() == Kind.ANSWER && !filing.sure();
        return kind + questions + part + repeat + (guess ? " ?" : "");
    }
}
