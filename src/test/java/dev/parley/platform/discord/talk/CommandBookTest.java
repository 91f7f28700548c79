package dev.parley.platform.discord.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Verb;
import dev.parley.platform.discord.wire.DiscordPhrase;
import dev.parley.platform.talk.TalkPhrase;
import dev.parley.voice.Prompts;
import dev.parley.voice.Voice;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandBookTest {
    private static final Voice SHIPPED = Prompts.of("commands", "discord");

    private static CommandBook saying(TalkPhrase phrase, String words) {
        Map<String, String> texts = new HashMap<>();
        Arrays.stream(TalkPhrase.values()).forEach(one -> texts.put(Voice.place(one), SHIPPED.say(one)));
        texts.put(Voice.place(DiscordPhrase.NAME_UNFIT), SHIPPED.say(DiscordPhrase.NAME_UNFIT));
        texts.put(Voice.place(phrase), words);
        return new CommandBook(new Voice(texts), false, true);
    }

    private static List<DataObject> objects(DataArray array) {
        return array.stream(DataArray::getObject).toList();
    }

    private static List<String> names(DataArray array) {
        return objects(array).stream().map(one -> one.getString("name")).toList();
    }

    @Test
    void theShippedNamesFit() {
        CommandBook book = new CommandBook(SHIPPED, true, true);

        assertThat(book.troubles()).isEmpty();
        assertThat(names(book.registration())).containsExactly("chat", "answer", "mine", "File under…", "coaching");
        assertThat(names(objects(book.registration()).getFirst().getArray("options")))
                .containsExactly(
                        "where",
                        "questions",
                        "recap",
                        "schedule",
                        "start",
                        "next",
                        "hold",
                        "pause",
                        "resume",
                        "skip",
                        "repeat",
                        "add",
                        "jump",
                        "cohost",
                        "end",
                        "undo");
    }

    @Test
    void aRoomIsAskedForWhereThereAreSeveral() {
        assertThat(new CommandBook(SHIPPED, true, false).registration().toString())
                .contains("\"room\"");
        assertThat(new CommandBook(SHIPPED, false, false).registration().toString())
                .doesNotContain("\"room\"");
    }

    @Test
    void aCommunityCallsThemWhatItLikes() {
        CommandBook book = saying(TalkPhrase.NAME_NEXT, "nächste-frage");

        assertThat(book.troubles()).isEmpty();
        assertThat(book.verb("nächste-frage")).contains(Verb.Name.NEXT);
        assertThat(book.verb("next")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Next", "two words", "", "a-name-that-is-much-longer-than-discord-takes", "what?", "a\nb"})
    void aNameThatDiscordWouldRefuseGivesWayAndIsComplainedAbout(String name) {
        CommandBook book = saying(TalkPhrase.NAME_NEXT, name);

        assertThat(book.troubles())
                .singleElement()
                .asString()
                .contains("“" + name + "”")
                .contains("“next”");
        assertThat(book.verb("next")).contains(Verb.Name.NEXT);
    }

    @Test
    void twoOfOneNameAreBothThere() {
        CommandBook book = saying(TalkPhrase.NAME_NEXT, "skip");

        assertThat(book.troubles()).hasSize(1);
        assertThat(book.verb("skip")).contains(Verb.Name.SKIP);
        assertThat(book.verb("next")).contains(Verb.Name.NEXT);
    }

    @Test
    void aDescriptionIsCutToFit() {
        CommandBook book = saying(TalkPhrase.ABOUT_CHAT, "word ".repeat(30));

        String about = objects(book.registration()).getFirst().getString("description");
        assertThat(about).hasSizeLessThanOrEqualTo(100).endsWith("…");
        assertThat(book.troubles()).isNotEmpty();
    }
}
