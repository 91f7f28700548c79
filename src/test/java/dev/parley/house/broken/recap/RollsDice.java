package dev.parley.house.broken.recap;

import java.util.Random;

final class RollsDice {
    private RollsDice() {}

    static int roll(Random dice) {
        return dice.nextInt();
    }
}
