package dev.parley.platform.discord.talk;

import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import dev.parley.platform.discord.wire.Requests;
import java.util.List;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Answers to interactions. Everything is for the one person alone, and pings nobody. All calls block, and throw {@link Refused} or
 * {@link Unreachable}.
 */
final class Replies {
    private static final int LATER = 5;
    private static final int LATER_IN_PLACE = 6;
    private static final int CHOICES = 8;
    private static final int DIALOG = 9;
    /** The flag of a message that one person alone sees. */
    static final int FOR_ONE_ALONE = 1 << 6;

    private final Requests requests;

    Replies(Requests requests) {
        this.requests = requests;
    }

    /** Says that an answer will come. */
    void defer(Interaction to) {
        acknowledge(to, LATER, DataObject.empty().put("flags", FOR_ONE_ALONE));
    }

    /** Says that the message whose component was used will change. */
    void deferInPlace(Interaction to) {
        acknowledge(to, LATER_IN_PLACE, DataObject.empty());
    }

    /** Opens a dialog. */
    void open(Interaction to, Modal dialog) {
        acknowledge(to, DIALOG, dialog.toData());
    }

    /** Proposes what could be put into an option. */
    void propose(Interaction to, List<DataObject> choices) {
        acknowledge(to, CHOICES, DataObject.empty().put("choices", DataArray.fromCollection(choices)));
    }

    private void acknowledge(Interaction to, int type, DataObject data) {
        requests.send(
                Route.Interactions.CALLBACK.compile(to.id(), to.token()).withQueryParams("with_response", "true"),
                DataObject.empty().put("type", type).put("data", data));
    }

    /** Says what was deferred, or says it anew; what does not fit follows in messages of its own. */
    void say(Interaction to, List<DataObject> bodies) {
        requests.send(
                Route.Interactions.EDIT_FOLLOWUP.compile(to.application(), to.token(), "@original"),
                bodies.getFirst(),
                List.of());
        add(to, bodies.subList(1, bodies.size()));
    }

    /** Says something more, and leaves what stands. */
    void add(Interaction to, List<DataObject> bodies) {
        bodies.forEach(body -> requests.send(
                Route.Interactions.CREATE_FOLLOWUP.compile(to.application(), to.token()),
                body.put("flags", FOR_ONE_ALONE)));
    }
}
