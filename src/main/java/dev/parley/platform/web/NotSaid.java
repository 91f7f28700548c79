package dev.parley.platform.web;

/** What somebody wanted to do in the room was not done. Nothing of it was kept. */
public final class NotSaid extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient RoomPhrase why;

    NotSaid(RoomPhrase why) {
        super(why.heading(), null, false, false);
        this.why = why;
    }

    /** What to tell them. */
    public RoomPhrase why() {
        return why;
    }
}
