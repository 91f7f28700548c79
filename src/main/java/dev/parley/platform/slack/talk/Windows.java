package dev.parley.platform.slack.talk;

import com.google.gson.JsonObject;
import dev.parley.platform.slack.wire.Rooms.Person;
import dev.parley.platform.slack.wire.WebApi;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens modals, fills them anew, and shows people their App Home. All calls block, and throw as {@link WebApi} does. */
final class Windows {
    private static final String GONE = "not_found";
    private static final String ANOTHER_SINCE = "hash_conflict";

    private final WebApi api;

    Windows(WebApi api) {
        this.api = api;
    }

    /**
     * A modal that is open.
     *
     * @param hash names its form
     */
    record Window(String team, String id, String hash) {}

    /** Opens a modal, within three seconds of what the person did. */
    Window open(Deed deed, JsonObject view) {
        var opened = api.ask(
                        deed.team(),
                        methods -> methods.viewsOpen(
                                request -> request.triggerId(deed.trigger()).viewAsString(view.toString())))
                .getView();
        return new Window(deed.team(), opened.getId(), opened.getHash());
    }

    /** Shows something else in a modal; empty where it is not open any more. */
    Optional<Window> change(String team, String id, JsonObject view) {
        return changed(team, id, null, view);
    }

    /** Shows something else in a modal in which nothing has changed since. What is typed there stays. */
    void fill(Window window, JsonObject view) {
        changed(window.team(), window.id(), window.hash(), view);
    }

    private Optional<Window> changed(String team, String id, @Nullable String hash, JsonObject view) {
        return api.ask(
                        team,
                        methods -> methods.viewsUpdate(
                                request -> request.viewId(id).hash(hash).viewAsString(view.toString())),
                        GONE,
                        ANOTHER_SINCE)
                .map(answer -> new Window(team, id, answer.getView().getHash()));
    }

    /** Shows somebody their App Home. */
    void publish(Person person, JsonObject home) {
        api.ask(
                person.team(),
                methods -> methods.viewsPublish(
                        request -> request.userId(person.user()).viewAsString(home.toString())));
    }
}
