package dev.parley.house.broken.store;

public record Rows(int count) {}
