package dev.parley.platform.discord.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import dev.parley.platform.local.Node;
import dev.parley.platform.local.NodeBot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** discord.js, which nobody of this project wrote, logs in to the same server and sees what it should. */
class DiscordJsTest {
    private final LocalDiscord discord = LocalDiscord.start();
    private final Guild guild = discord.guild("Teachers");
    private final Channel room = guild.channel("aledchat");
    private final User ana = guild.member("Ana");
    private NodeBot bot;

    @BeforeAll
    static void needsNode() {
        Node.DISCORD.mustBeThere();
    }

    @BeforeEach
    void logsIn() throws Exception {
        String api = discord.api().toString().replace("/v10/", "");
        bot = new NodeBot(Node.DISCORD, api, discord.token());
        JsonNode ready = bot.next("ready");
        assertThat(ready.path("user").asText()).isEqualTo("parley");
        assertThat(ready.path("guilds").path(0).asText()).isEqualTo("Teachers");
    }

    @AfterEach
    void leavesNothingWrong() {
        bot.close();
        discord.close();
        assertThat(discord.violations()).isEmpty();
    }

    private void does(String what, Map<String, ?> more) throws Exception {
        ObjectNode order = Json.MAPPER.valueToTree(more);
        bot.does(order.put("do", what));
    }

    private String id() {
        return Long.toString(room.id());
    }

    @Test
    void seesWhatPeopleDo() throws Exception {
        MessageRecord question = ana.says(room, "who is there?");
        assertThat(bot.next("message").path("content").asText()).isEqualTo("who is there?");
        assertThat(bot.next("message").path("replyTo").asText()).isEqualTo(Long.toString(question.id()));
        assertThat(room.history().getLast().repliesTo()).isSameAs(question);
        ana.edits(question, "who was there?");
        assertThat(bot.next("edited").path("content").asText()).isEqualTo("who was there?");
        ana.reacts(question, "👍");
        assertThat(bot.next("reacted").path("emoji").asText()).isEqualTo("👍");
        ana.startsThread(question, "Those who were there");
        JsonNode thread = bot.next("thread");
        assertThat(thread.path("id").asLong()).isEqualTo(question.id());
        assertThat(thread.path("parent").asText()).isEqualTo("aledchat");
        ana.deletes(question);
        assertThat(bot.next("deleted").path("id").asLong()).isEqualTo(question.id());
        ana.dm("in private");
        assertThat(bot.next("message").path("content").asText()).isIn("in private", "");
    }

    @Test
    void speaksAndIsSeen() throws Exception {
        does("post", Map.of("channel", id(), "content", "Welcome"));
        MessageRecord welcome = room.history().getFirst();
        Map<String, String> about = Map.of("channel", id(), "message", Long.toString(welcome.id()));
        does("react", Map.of("channel", id(), "message", Long.toString(welcome.id()), "emoji", "✅"));
        does("pin", about);
        does("thread", Map.of("channel", id(), "message", Long.toString(welcome.id()), "name", "Greetings"));
        does("attach", Map.of("channel", id(), "name", "recap.txt", "text", "all of it"));
        does("dm", Map.of("user", Long.toString(ana.id()), "content", "Hello Ana"));
        does("history", Map.of("channel", id()));

        assertThat(welcome.reactions()).containsKey("✅");
        assertThat(room.pins()).containsExactly(welcome);
        assertThat(welcome.thread().name()).isEqualTo("Greetings");
        assertThat(room.history().getLast().attachments().getFirst().bytes()).isEqualTo("all of it".getBytes());
        assertThat(ana.inbox().getFirst().content()).isEqualTo("Hello Ana");
    }

    @Test
    void plansAnEventAndIsToldOfIt() throws Exception {
        Instant start = Instant.now().plusSeconds(86_400);
        does(
                "plan",
                Map.of(
                        "guild",
                        Long.toString(guild.id()),
                        "event",
                        Map.of(
                                "name",
                                "aledchat",
                                "scheduledStartTime",
                                start.toString(),
                                "scheduledEndTime",
                                start.plusSeconds(3600).toString(),
                                "privacyLevel",
                                2,
                                "entityType",
                                3,
                                "entityMetadata",
                                Map.of("location", "#aledchat"))));
        assertThat(guild.events().getFirst().location()).isEqualTo("#aledchat");
    }

    @Test
    void answersACommand() throws Exception {
        Map<String, Object> option = Map.of("name", "place", "description", "Where", "type", 3, "required", true);
        does(
                "register",
                Map.of(
                        "guild",
                        Long.toString(guild.id()),
                        "commands",
                        List.of(Map.of("name", "where", "description", "Where", "options", List.of(option)))));
        Interaction asks = ana.runs(room, "/where", Map.of("place", "home"));
        assertThat(asks.reply().content()).isEqualTo("You are at home.");
        assertThat(asks.reply().isEphemeral()).isTrue();
        assertThat(asks.replies(2).getLast().content()).isEqualTo("More.");
    }
}
