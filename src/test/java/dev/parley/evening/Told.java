package dev.parley.evening;

import java.util.List;

/**
 * What one person was told alone.
 *
 * @param text as they read it
 * @param buttons what stands on its buttons, in order
 * @param shown what the platform has of it
 */
record Told(String text, List<String> buttons, Object shown) {}
