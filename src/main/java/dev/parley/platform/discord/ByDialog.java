package dev.parley.platform.discord;

import dev.parley.conversation.RoomId;
import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people typed into dialogs. */
final class ByDialog {
    private static final Logger LOG = LoggerFactory.getLogger(ByDialog.class);

    private final Wording wording;
    private final Acting acting;
    private final Replies replies;
    private final Askers askers;
    private final Answering answering;
    private final Steering steering;

    ByDialog(Wording wording, Acting acting, Replies replies, Askers askers, Answering answering, Steering steering) {
        this.wording = wording;
        this.acting = acting;
        this.replies = replies;
        this.askers = askers;
        this.answering = answering;
        this.steering = steering;
    }

    void sent(Interaction dialog) {
        CustomId mark = dialog.mark();
        Optional<RoomId> room = acting.room(dialog, mark.room());
        if (room.isPresent() && mark.name().equals("say")) {
            answered(dialog, room.get(), mark.detail());
        } else if (room.isPresent() && mark.name().equals("add")) {
            acting.reply(dialog, () -> added(dialog, room.get()));
        } else {
            acting.reply(dialog, () -> Wording.givenBack(wording.say(CommandPhrase.OUTDATED), dialog.written()));
        }
    }

    /** Keeps it even where Discord does not hear that it came. */
    private void answered(Interaction dialog, RoomId room, String about) {
        try {
            replies.defer(dialog);
        } catch (Refused | Unreachable trouble) {
            LOG.info("An answer could not be acknowledged: {}", trouble.getMessage());
        }
        replies.say(dialog, answering.answered(dialog, () -> askers.asker(dialog, room), room, about));
    }

    private Saying added(Interaction dialog, RoomId room) {
        try {
            return steering.done(steering.steer(askers.asker(dialog, room), HostVerb.ADD, dialog.written()));
        } catch (Refused refused) {
            String why = Wording.within(String.valueOf(refused.getMessage()), Posts.LONGEST);
            return Wording.givenBack(why, dialog.written());
        } catch (RuntimeException trouble) {
            LOG.error("A question could not be added", trouble);
            return Wording.givenBack(wording.say(CommandPhrase.ADD_NOT_KEPT), dialog.written());
        }
    }
}
