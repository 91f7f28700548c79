package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person of a workspace, or the bot there: what this person does, and what this person sees. */
public final class Person {
    final Workspace workspace;
    final String id;
    final String name;
    final boolean bot;
    final List<Message> ephemerals = new ArrayList<>();
    final Deque<View> modals = new ArrayDeque<>();
    String zone = "Europe/London";
    boolean admin;
    boolean guest;

    @Nullable
    Channel direct;

    @Nullable
    Channel lastAt;

    @Nullable
    View home;

    Person(Workspace workspace, String name, boolean bot) {
        this.workspace = workspace;
        this.id = workspace.world.ids.next("U");
        this.name = name;
        this.bot = bot;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** How a message names this person. */
    public String mention() {
        return "<@" + id + ">";
    }

    /** Lives in another zone than London's. */
    public Person livesIn(String zoneId) {
        zone = zoneId;
        return this;
    }

    /** Sees only the channels that they were let into. */
    public Person becomesGuest() {
        guest = true;
        return this;
    }

    /** Looks after the workspace. */
    public Person becomesAdmin() {
        admin = true;
        return this;
    }

    /** Says something, as typed: {@code @Ana} becomes a mention, and what is markup to Slack is escaped. */
    public Message says(Channel channel, String text) {
        return conversation().say(this, channel, typed(text), null, false, null);
    }

    /** Answers in the thread of a message. */
    public Message replies(Message to, String text) {
        return conversation().say(this, to.channel, typed(text), to, false, null);
    }

    /** Answers in the thread of a message, and sends it to the channel as well. */
    public Message broadcasts(Message to, String text) {
        return conversation().say(this, to.channel, typed(text), to, true, null);
    }

    /** {@code /me waves}. */
    public Message acts(Channel channel, String text) {
        return conversation().say(this, channel, typed(text), null, false, "me_message");
    }

    /** Sends a file, with words or none. */
    public Message attaches(Channel channel, String fileName, byte[] bytes, String text) {
        return conversation().attach(this, channel, fileName, bytes, typed(text));
    }

    /** Writes to the bot in private. */
    public Message dm(String text) {
        return says(privately(), text);
    }

    /** The private conversation with the bot. */
    public Channel privately() {
        return workspace.direct(this);
    }

    /** What is in the private conversation with the bot. */
    public List<Message> inbox() {
        synchronized (workspace.world) {
            return direct == null ? List.of() : direct.history();
        }
    }

    /** Changes what this person has said. */
    public Message edits(Message message, String text) {
        mustBeOwn(message);
        conversation().edit(message, typed(text));
        return message;
    }

    /** Deletes what this person has said, or, looking after the workspace, what anybody said. */
    public void deletes(Message message) {
        if (!admin) {
            mustBeOwn(message);
        }
        conversation().delete(message);
    }

    private void mustBeOwn(Message message) {
        if (message.author != this) {
            throw new IllegalStateException(name + " did not say " + message);
        }
    }

    /** Reacts, by the name of an emoji, without colons. */
    public void reacts(Message message, String emoji) {
        conversation().react(message, this, emoji);
    }

    public void unreacts(Message message, String emoji) {
        conversation().unreact(message, this, emoji);
    }

    public void pins(Message message) {
        conversation().pin(message, this);
    }

    public void joins(Channel channel) {
        channel.joinedBy(this);
    }

    public void leaves(Channel channel) {
        channel.leftBy(this);
    }

    /** Runs a command such as {@code /parley next} where this person spoke last, else in a channel that this person is in. */
    public Interaction runs(String command) {
        return runs(here(), command);
    }

    /** Runs a command such as {@code /parley next} somewhere. */
    public Interaction runs(Channel channel, String command) {
        return workspace.world.interactions.command(this, channel, command);
    }

    private Channel here() {
        synchronized (workspace.world) {
            return lastAt != null
                    ? lastAt
                    : workspace.channels.values().stream()
                            .filter(channel -> channel.members.contains(this))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException(name + " is in no channel"));
        }
    }

    /** Presses a button of a message, by its action id. */
    public Interaction presses(Message message, String actionId) {
        return workspace.world.interactions.press(this, message, actionId, List.of());
    }

    /** Presses a button of a message, by what stands on it. */
    public Interaction pressesLabel(Message message, String label) {
        return presses(message, message.button(label));
    }

    /** Chooses from a menu, or something like it, of a message. */
    public Interaction picks(Message message, String actionId, String... values) {
        return workspace.world.interactions.press(this, message, actionId, List.of(values));
    }

    /** Presses a button, or chooses from a menu, of a modal or of the App Home. */
    public Interaction presses(View view, String actionId, String... values) {
        return workspace.world.interactions.press(this, view, actionId, List.of(values));
    }

    /** Chooses an entry of the menu of a message. */
    public Interaction opensShortcut(String callbackId, Message message) {
        return workspace.world.interactions.shortcut(this, callbackId, message);
    }

    /** Chooses an entry of the menu that is everywhere. */
    public Interaction opensShortcut(String callbackId) {
        return workspace.world.interactions.shortcut(this, callbackId, null);
    }

    /** Fills in a modal and sends it: by action id or block id, text or the values that were chosen, divided by commas. */
    public Interaction submits(View view, Map<String, String> fields) {
        return workspace.world.interactions.submit(this, view, fields);
    }

    /** Closes a modal without sending it. */
    public void closes(View view) {
        workspace.world.interactions.close(this, view);
    }

    /** Looks at the App Home. */
    public void opensHome() {
        conversation().openHome(this, "home");
    }

    /** What the app shows on its home; null where nothing. */
    public @Nullable View home() {
        synchronized (workspace.world) {
            return home;
        }
    }

    /** The modal that is open, the topmost; null where none is. */
    public @Nullable View modal() {
        synchronized (workspace.world) {
            return modals.peek();
        }
    }

    /** What only this person was shown, in order. */
    public List<Message> seesEphemerals() {
        synchronized (workspace.world) {
            return List.copyOf(ephemerals);
        }
    }

    /** The messages that pinged this person, in order. */
    public List<Message> pings() {
        synchronized (workspace.world) {
            return workspace.channels.values().stream()
                    .flatMap(channel -> channel.messages.values().stream())
                    .filter(message -> message.pinged().contains(this))
                    .toList();
        }
    }

    private String typed(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        synchronized (workspace.world) {
            for (Person person : workspace.people.values()) {
                escaped = escaped.replace("@" + person.name, person.mention());
            }
        }
        return escaped.replaceAll("(https?://[^\\s|]{1,2000})", "<$1>");
    }

    /** With {@code should_escape}, as the manifest has it: names of people and of channels become ids with the names behind them. */
    String typedInCommand(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        synchronized (workspace.world) {
            for (Person person : workspace.people.values()) {
                escaped = escaped.replace("@" + person.name, "<@" + person.id + "|" + person.handle() + ">");
            }
            for (Channel channel : workspace.channels.values()) {
                if (channel.kind != ChannelKind.DIRECT) {
                    escaped = escaped.replace("#" + channel.name, "<#" + channel.id + "|" + channel.name + ">");
                }
            }
        }
        return escaped;
    }

    private Conversation conversation() {
        return workspace.world.conversation;
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("team_id", workspace.id)
                .put("name", handle())
                .put("deleted", false)
                .put("real_name", name)
                .put("tz", zone)
                .put("tz_label", zone)
                .put(
                        "tz_offset",
                        ZoneId.of(zone).getRules().getOffset(Instant.now()).getTotalSeconds())
                .put("is_admin", admin)
                .put("is_owner", false)
                .put("is_primary_owner", false)
                .put("is_restricted", guest)
                .put("is_ultra_restricted", false)
                .put("is_bot", bot)
                .put("is_app_user", false)
                .put("updated", 1_700_000_000L);
        json.putObject("profile")
                .put("real_name", name)
                .put("real_name_normalized", name)
                .put("display_name", bot ? "" : name)
                .put("display_name_normalized", bot ? "" : name)
                .put("team", workspace.id);
        return json;
    }

    String handle() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", ".");
    }

    @Override
    public String toString() {
        return name;
    }
}
