package dev.parley.platform.slack.talk;

import dev.parley.platform.slack.wire.Rooms.Person;
import dev.parley.platform.talk.Dialog;
import dev.parley.platform.talk.Panel;
import dev.parley.platform.talk.Saying;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers to a press in the App Home: in a modal, which opens at once and is filled when there is an answer; but the hosts' panel there
 * changes in its place.
 */
final class FromHome implements Way {
    private final Windows windows;
    private final Views views;
    private final Deed deed;
    private final BiConsumer<Person, Optional<Saying>> home;
    private @Nullable String window;

    /**
     * From somebody's.
     *
     * @param home shows somebody their home anew, with something to say at its top
     */
    FromHome(Windows windows, Views views, Deed deed, BiConsumer<Person, Optional<Saying>> home) {
        this.windows = windows;
        this.views = views;
        this.deed = deed;
        this.home = home;
    }

    @Override
    public void think() {
        window = windows.open(deed, views.waiting()).id();
    }

    @Override
    public void thinkInPlace() {
        if (!Panel.isMark(deed.wish())) {
            think();
        }
    }

    @Override
    public Windows.Window open(Dialog dialog) {
        return windows.open(deed, views.dialog(dialog, Optional.empty()));
    }

    @Override
    public void say(Saying saying) {
        if (window == null) {
            home.accept(deed.person(), Optional.empty());
        } else {
            windows.change(deed.team(), window, views.saying(saying));
        }
    }

    @Override
    public void add(Saying saying) {
        if (window == null) {
            home.accept(deed.person(), Optional.of(saying));
        } else {
            say(saying);
        }
    }
}
