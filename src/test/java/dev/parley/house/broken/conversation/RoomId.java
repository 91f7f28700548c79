package dev.parley.house.broken.conversation;

public record RoomId(String id) {}
