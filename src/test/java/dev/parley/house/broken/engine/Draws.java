package dev.parley.house.broken.engine;

import java.awt.Color;

final class Draws {
    private Draws() {}

    static int red() {
        return Color.RED.getRGB();
    }
}
