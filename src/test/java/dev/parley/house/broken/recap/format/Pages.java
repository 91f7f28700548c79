package dev.parley.house.broken.recap.format;

public record Pages(int count) {}
