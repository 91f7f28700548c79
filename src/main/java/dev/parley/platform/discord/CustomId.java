package dev.parley.platform.discord;

/**
 * What a component of ours is marked with, and a dialog. Whoever presses it may be anybody and long after: so it says what is wished
 * and about what, and never that it is allowed.
 *
 * @param name what pressing it means
 * @param room the channel that it is about; empty for the one it stands in
 * @param detail what else there is to say; may have dots in it
 */
record CustomId(String name, String room, String detail) {

    /** Reads what {@link #toString} writes; two parts are a name and a detail. */
    static CustomId of(String text) {
        String[] parts = text.split("\\.", 3);
        return switch (parts.length) {
            case 1 -> new CustomId(text, "", "");
            case 2 -> new CustomId(parts[0], "", parts[1]);
            default -> new CustomId(parts[0], parts[1], parts[2]);
        };
    }

    @Override
    public String toString() {
        return name + "." + room + "." + detail;
    }
}
