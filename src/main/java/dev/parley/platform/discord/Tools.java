package dev.parley.platform.discord;

import dev.parley.platform.Facilitator;

/** What commands and components are answered with. */
record Tools(
        Facilitator facilitator,
        Places places,
        CommandBook book,
        Wording wording,
        Acting acting,
        Replies replies,
        Looking looking,
        Answering answering,
        Steering steering,
        MyAnswers mine,
        Choices choices,
        Panel panel,
        DirectTalk directTalk,
        Patience patience) {}
