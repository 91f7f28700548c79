package dev.parley.house.broken.unheardof;

record Stranger() {}
