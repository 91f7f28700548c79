package dev.parley.platform.talk;

import java.util.List;

/** What can be pressed or picked under a saying. All labels are plain words, short enough for the platform. */
public sealed interface Row {

    /** Buttons side by side, no more than fit. */
    record Buttons(List<Button> buttons) implements Row {

        public Buttons {
            buttons = List.copyOf(buttons);
        }
    }

    /**
     * A menu in which one thing is picked.
     *
     * @param placeholder what stands there before
     * @param options no more than fit; never empty
     */
    record Menu(Wish wish, String placeholder, List<Option> options) implements Row {

        public Menu {
            options = List.copyOf(options);
        }
    }

    /** A menu of people, of whom one is picked, by the id of their account. */
    record People(Wish wish, String placeholder) implements Row {}

    /** A button. */
    record Button(Wish wish, Style style, String label) {}

    /**
     * What can be picked.
     *
     * @param value what is told when it is picked
     */
    record Option(String value, String label) {}

    /** How a button stands out. */
    enum Style {
        /** What most will want. */
        PRIMARY,
        SECONDARY,
        /** Sets something right. */
        SUCCESS,
        /** What cannot be undone, or ends something. */
        DANGER
    }

    /** Buttons side by side. */
    static Row of(Button... buttons) {
        return new Buttons(List.of(buttons));
    }
}
