package dev.parley.platform.slack;

import dev.parley.platform.Card;
import dev.parley.platform.slack.wire.WebApi;

/** What stays in sight of a room. */
final class Sight {
    private final WebApi api;

    Sight(WebApi api) {
        this.api = api;
    }

    void keep(Card card) {
        api.self(Rooms.channel(card.room()).team());
    }
}
