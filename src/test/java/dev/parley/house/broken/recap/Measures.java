package dev.parley.house.broken.recap;

record Measures(String person, int answerStreak) {}
