package dev.parley.platform.discord.local;

/** What a channel grants and takes from a role (kind 0) or a member (kind 1). */
record Overwrite(long target, int kind, long allow, long deny) {

    Overwrite allowing(long permissions) {
        return new Overwrite(target, kind, allow | permissions, deny & ~permissions);
    }

    Overwrite denying(long permissions) {
        return new Overwrite(target, kind, allow & ~permissions, deny | permissions);
    }

    Overwrite leaving(long permissions) {
        return new Overwrite(target, kind, allow & ~permissions, deny & ~permissions);
    }
}
