package dev.parley.house.broken.conversation.inner;

record Harmless(String text) {}
