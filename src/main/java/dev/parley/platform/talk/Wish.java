package dev.parley.platform.talk;

/**
 * What a component of ours is marked with, and a dialog. Whoever presses it may be anybody and long after: so it says what is wished
 * and about what, and never that it is allowed. Written it has at most 100 characters, as long as ids have no more than 40.
 *
 * @param name what pressing it means; no dots
 * @param room the room that it is about, by its id on the platform, without dots; empty for the one it stands in
 * @param detail what else there is to say; may have dots in it
 */
public record Wish(String name, String room, String detail) {

    /** Reads what {@link #toString} writes; two parts are a name and a detail. */
    public static Wish of(String text) {
        String[] parts = text.split("\\.", 3);
        return switch (parts.length) {
            case 1 -> new Wish(text, "", "");
            case 2 -> new Wish(parts[0], "", parts[1]);
            default -> new Wish(parts[0], parts[1], parts[2]);
        };
    }

    @Override
    public String toString() {
        return name + "." + room + "." + detail;
    }
}
