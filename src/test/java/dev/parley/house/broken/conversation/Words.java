package dev.parley.house.broken.conversation;

public record Words(String text) {}
