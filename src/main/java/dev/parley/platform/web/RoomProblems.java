package dev.parley.platform.web;

import dev.parley.web.Problems;
import java.util.List;

/** What visitors read when something is not there or did not work. */
final class RoomProblems implements Problems {
    private final RoomViews views;

    RoomProblems(RoomViews views) {
        this.views = views;
    }

    @Override
    public String sentence(int status) {
        return views.voice().say(phrase(status));
    }

    private static RoomPhrase phrase(int status) {
        return switch (status) {
            case 401, 403 -> RoomPhrase.PROBLEM_FORBIDDEN;
            case 404 -> RoomPhrase.PROBLEM_NOT_FOUND;
            case 405 -> RoomPhrase.PROBLEM_WRONG_METHOD;
            case 410 -> RoomPhrase.PROBLEM_GONE;
            case 413 -> RoomPhrase.PROBLEM_TOO_LARGE;
            case 421 -> RoomPhrase.PROBLEM_WRONG_NAME;
            case 429 -> RoomPhrase.PROBLEM_TOO_MANY;
            case 503 -> RoomPhrase.PROBLEM_NOT_NOW;
            default -> status < 500 ? RoomPhrase.PROBLEM_BAD_REQUEST : RoomPhrase.PROBLEM_FAULT;
        };
    }

    @Override
    public String page(int status) {
        String title = views.voice().say(RoomPhrase.PROBLEM_TITLE);
        return views.plain(new PlainView(
                views.frame(title),
                title,
                List.of(sentence(status)),
                null,
                null,
                null,
                null,
                "/",
                views.voice().say(RoomPhrase.HOME)));
    }
}
