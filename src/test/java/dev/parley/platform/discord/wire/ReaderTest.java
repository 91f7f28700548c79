package dev.parley.platform.discord.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageId;
import dev.parley.conversation.Place;
import dev.parley.conversation.RoomId;
import dev.parley.platform.Incoming;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {
    private static final RoomId ROOM = new RoomId("discord", "100");
    private final Places places = new Places(Set.of("100"));

    private static DataObject message(String more) {
        return DataObject.fromJson("""
                {"id": "1574862171668480000", "channel_id": "100", "timestamp": "2026-11-24T19:00:01.250000+00:00", "edited_timestamp": null,
                 "type": 0, "author": {"id": "7", "username": "ana.b", "global_name": "Ana"}, "mentions": [], "content": "A1: by listening"
                 %s}""".formatted(more));
    }

    private Incoming.Said said(DataObject message) {
        return read(message).orElseThrow();
    }

    private Optional<Incoming.Said> read(DataObject message) {
        return Reader.said(message, places.spot(message.getString("channel_id")), "999", "10");
    }

    @Test
    void aMessageIsReadWithItsAuthorAndItsTime() {
        Incoming.Said said = said(message(""));

        assertThat(said.message()).isEqualTo(new MessageId(ROOM, "1574862171668480000"));
        assertThat(said.author().id()).isEqualTo("7");
        assertThat(said.name()).isEqualTo("Ana");
        assertThat(said.text()).isEqualTo("A1: by listening");
        assertThat(said.place()).isEqualTo(Place.ROOM);
        assertThat(said.at()).isEqualTo(Instant.parse("2026-11-24T19:00:01.250Z"));
        assertThat(said.revised()).isEqualTo(said.at());
    }

    @Test
    void theNameIsTheOneOfTheServer() {
        assertThat(said(message(", \"member\": {\"nick\": \"Ana from down the road\"}"))
                        .name())
                .isEqualTo("Ana from down the road");
        assertThat(said(message(", \"member\": {\"nick\": null}")).name()).isEqualTo("Ana");
        assertThat(said(message(", \"author\": {\"id\": \"7\", \"username\": \"ana.b\", \"global_name\": null}"))
                        .name())
                .isEqualTo("ana.b");
    }

    @Test
    void aReplyStandsUnderItsMessage() {
        DataObject reply = message(", \"message_reference\": {\"message_id\": \"400\", \"channel_id\": \"100\"}");
        assertThat(said(reply).place()).isEqualTo(Place.ROOM);
        assertThat(said(reply.put("type", 19)).place()).isEqualTo(new Place.Under(new MessageId(ROOM, "400")));
    }

    @Test
    void aThreadStandsUnderTheMessageThatOpenedIt() {
        DataObject inThread = message("").put("channel_id", "400");
        assertThat(places.spot("400")).isNull();

        places.learn(DataObject.fromJson("{\"id\": \"400\", \"parent_id\": \"100\", \"type\": 11}"));

        Incoming.Said said = said(inThread);
        DataObject reply = message(", \"message_reference\": {\"message_id\": \"499\"}, \"type\": 19")
                .put("channel_id", "400");
        assertThat(said(reply).place()).isEqualTo(said.place());
        assertThat(said.place()).isEqualTo(new Place.Under(new MessageId(ROOM, "400")));
        assertThat(Places.target(said.message())).isEqualTo(new Places.Target("400", "1574862171668480000"));
        assertThat(places.threads(ROOM)).containsExactly("400");
    }

    @Test
    void threadsOfOtherChannelsAndChannelsOfCategoriesAreNoPlaces() {
        places.learn(DataObject.fromJson("{\"id\": \"401\", \"parent_id\": \"101\", \"type\": 11}"));
        places.learn(DataObject.fromJson("{\"id\": \"402\", \"parent_id\": \"100\", \"type\": 0}"));

        assertThat(places.spot("401")).isNull();
        assertThat(places.spot("402")).isNull();
    }

    @Test
    void namesStandInPlaceOfIds() {
        String mentions = ", \"mentions\": [{\"id\": \"8\", \"username\": \"bo\", \"global_name\": \"Bo\"}]";
        assertThat(said(message(mentions).put("content", "thanks <@8> and <@!8> <:wave:123> <a:dance:4> <@9>"))
                        .text())
                .isEqualTo("thanks @Bo and @Bo :wave: :dance: <@9>");
        assertThat(said(message(", \"mentions\": [{\"id\": \"8\", \"username\": \"$1\\\\\"}]")
                                .put("content", "<@8>"))
                        .text())
                .isEqualTo("@$1\\");
    }

    @Test
    void callingTheBotIsNoPartOfWhatIsSaid() {
        assertThat(said(message("").put("content", "<@999> A1: by listening")).text())
                .isEqualTo("A1: by listening");
        assertThat(said(message("").put("content", "<@!999>A1: by listening")).text())
                .isEqualTo("A1: by listening");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"webhook_id\": \"1\"",
                ", \"type\": 7",
                ", \"type\": 21",
                ", \"author\": {\"id\": \"7\", \"username\": \"b\", \"bot\": true}",
                ", \"author\": {\"id\": \"7\", \"username\": \"b\", \"system\": true}"
            })
    void botsAndWebhooksAndDiscordItselfAreNoPeople(String more) {
        assertThat(read(message(""))).isPresent();
        assertThat(read(message(more))).isEmpty();
    }

    @Test
    void aPreviewOfALinkIsNoEdit() {
        assertThat(Reader.isEdited(message(", \"embeds\": [{}]"))).isFalse();
        assertThat(Reader.isEdited(DataObject.fromJson(
                        "{\"id\": \"1574862171668480000\", \"channel_id\": \"100\", \"embeds\": []}")))
                .isFalse();
        assertThat(Reader.isEdited(message("").put("edited_timestamp", "2026-11-24T19:01:00+00:00")))
                .isTrue();
    }

    @Test
    void anEditSaysWhen() {
        assertThat(said(message("").put("edited_timestamp", "2026-11-24T19:05:00+00:00"))
                        .revised())
                .isEqualTo(Instant.parse("2026-11-24T19:05:00Z"));
    }

    @Test
    void aFileIsALineThatLeadsToTheMessage() {
        String files = ", \"attachments\": [{\"id\": \"1\", \"filename\": \"board.png\"}]";
        assertThat(said(message(files)).text())
                .isEqualTo("A1: by listening\nboard.png https://discord.com/channels/10/100/1574862171668480000");
        assertThat(said(message(files).put("content", "")).text())
                .isEqualTo("board.png https://discord.com/channels/10/100/1574862171668480000");
    }

    @Test
    void aMessageWithoutWordsIsNotHeard() {
        assertThat(read(message("").put("content", ""))).isEmpty();
        assertThat(read(message("").put("content", "<@999>"))).isEmpty();
    }
}
