package dev.parley.house.broken.platform;

import dev.parley.house.broken.conversation.Words;

record KnowsTheCore(Words words) {}
