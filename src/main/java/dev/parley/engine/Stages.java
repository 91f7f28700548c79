package dev.parley.engine;

import dev.parley.conversation.Stage;

/** The stage of a chat as its host sees it. */
final class Stages {

    private Stages() {}

    static Desk.Stage of(Stage stage) {
        return switch (stage) {
            case Stage.Waiting _ -> Desk.Stage.PLANNED;
            case Stage.Running running ->
                switch (running.phase()) {
                    case Stage.Phase.Welcome() -> Desk.Stage.WELCOME;
                    case Stage.Phase.Asking _ -> Desk.Stage.QUESTION;
                    case Stage.Phase.Closing() -> Desk.Stage.CLOSING;
                };
            case Stage.Slow _ -> Desk.Stage.SLOW;
            case Stage.Over(var _, Stage.Ending ending) ->
                switch (ending) {
                    case HELD -> Desk.Stage.OVER;
                    case MISSED -> Desk.Stage.MISSED;
                    case CANCELLED -> Desk.Stage.CANCELLED;
                };
        };
    }

    static boolean waits(Stage stage) {
        return stage instanceof Stage.Waiting;
    }

    static boolean isOver(Stage stage) {
        return stage instanceof Stage.Over;
    }
}
