package dev.parley.house.broken.conversation;

import dev.parley.house.broken.store.Rows;

record KnowsTheStore(Rows[] rows) {}
