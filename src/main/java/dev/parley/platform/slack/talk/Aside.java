package dev.parley.platform.slack.talk;

import com.google.gson.JsonObject;
import dev.parley.platform.Refused;
import dev.parley.platform.slack.wire.Keyed;
import dev.parley.platform.slack.wire.Messages;
import dev.parley.platform.slack.wire.Replies;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.SlackPhrase;
import dev.parley.platform.talk.Dialog;
import dev.parley.platform.talk.Saying;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers to a command, a shortcut or a press in a message: in messages that only this person sees, or in place of one that is for this
 * person or for hosts; never in place of what everybody sees.
 */
final class Aside implements Way {
    private final Means means;
    private final Replies replies;
    private final Windows windows;
    private final Views views;
    private final Deed deed;
    private final Instant began;
    private final Standing standing;
    private int answers;
    private boolean inPlace;
    private @Nullable Saying said;

    /** What the message is in which something was pressed. */
    private enum Standing {
        /** Only this person sees it, and only the address for answers can change it. */
        EPHEMERAL,
        /** A message of ours in private, or in the hosts' channel. */
        OURS,
        /** Everybody sees it, or there is none. */
        NOT_OURS
    }

    Aside(Means means, Replies replies, Windows windows, Views views, Deed deed) {
        this.means = means;
        this.replies = replies;
        this.windows = windows;
        this.views = views;
        this.deed = deed;
        this.began = means.clock().instant();
        this.standing = standing();
    }

    private Standing standing() {
        if (deed.ephemeral()) {
            return Standing.EPHEMERAL;
        }
        boolean forHosts = means.rooms().room(deed.team(), deed.channel()) == null
                && means.hosts()
                        .panel()
                        .filter(panel -> Hosts.bare(panel).equals(deed.channel()))
                        .isPresent();
        return !deed.message().isEmpty() && (deed.isInPrivate() || forHosts) ? Standing.OURS : Standing.NOT_OURS;
    }

    @Override
    public void think() {}

    @Override
    public void thinkInPlace() {
        inPlace = standing != Standing.NOT_OURS;
    }

    @Override
    public Windows.Window open(Dialog dialog) {
        return windows.open(deed, views.dialog(dialog, Optional.empty()));
    }

    @Override
    public void say(Saying saying) {
        boolean nothingNew = said != null && !inPlace && said.with(List.of()).equals(saying);
        said = saying;
        if (!nothingNew) {
            speak(saying, inPlace);
        }
    }

    @Override
    public void add(Saying saying) {
        speak(saying, false);
    }

    private void speak(Saying saying, boolean inPlaceOfFirst) {
        boolean first = inPlaceOfFirst;
        for (Rendering.Shown message : Rendering.messages(saying)) {
            if (first && standing == Standing.OURS) {
                change(message);
            } else {
                answer(message, first);
            }
            first = false;
        }
    }

    private void change(Rendering.Shown message) {
        means.messages()
                .change(new Channel(deed.team(), deed.channel()), deed.message(), message.words(), message.below());
    }

    private void answer(Rendering.Shown message, boolean replace) {
        boolean open = began.plus(Replies.LIFE).isAfter(means.clock().instant());
        if (!deed.address().isEmpty() && answers < Replies.MOST && open) {
            answers++;
            replies.send(deed.address(), body(message, replace));
        } else if (deed.isInPrivate()) {
            means.messages()
                    .say(
                            new Channel(deed.team(), deed.channel()),
                            thread(),
                            new Keyed("answer/" + deed.id(), answers),
                            message.words(),
                            message.below());
        } else {
            postForOne(message);
        }
    }

    private JsonObject body(Rendering.Shown message, boolean replace) {
        JsonObject body = new JsonObject();
        body.addProperty("response_type", "ephemeral");
        body.addProperty("replace_original", replace);
        body.addProperty("text", message.words().text());
        body.add("blocks", message.blocks());
        if (!replace && !deed.thread().isEmpty()) {
            body.addProperty("thread_ts", deed.thread());
        }
        return body;
    }

    private @Nullable String thread() {
        return deed.thread().isEmpty() ? null : deed.thread();
    }

    /** Slack refuses it to one who is not in the channel; it is said nowhere else then. */
    private void postForOne(Rendering.Shown message) {
        if (means.rooms().room(deed.team(), deed.channel()) == null) {
            throw new Refused(means.voice().say(SlackPhrase.NOT_IN_CHANNEL));
        }
        means.api()
                .ask(
                        deed.team(),
                        methods -> methods.chatPostEphemeral(request -> request.channel(deed.channel())
                                .user(deed.user())
                                .threadTs(thread())
                                .text(message.words().text())
                                .blocksAsString(message.blocks().toString())
                                .parse(Messages.NO_LOOKING_FOR_NAMES)
                                .linkNames(false)));
    }
}
