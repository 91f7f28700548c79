package dev.parley.platform.discord.local;

import java.util.Arrays;
import java.util.Collection;

/** Discord's permissions that matter to a chat, each with its bit. */
public enum Permission {
    ADMINISTRATOR(3),
    MANAGE_CHANNELS(4),
    MANAGE_GUILD(5),
    ADD_REACTIONS(6),
    VIEW_CHANNEL(10),
    SEND_MESSAGES(11),
    MANAGE_MESSAGES(13),
    EMBED_LINKS(14),
    ATTACH_FILES(15),
    READ_MESSAGE_HISTORY(16),
    MENTION_EVERYONE(17),
    USE_EXTERNAL_EMOJIS(18),
    MANAGE_ROLES(28),
    USE_APPLICATION_COMMANDS(31),
    MANAGE_EVENTS(33),
    MANAGE_THREADS(34),
    CREATE_PUBLIC_THREADS(35),
    SEND_MESSAGES_IN_THREADS(38),
    CREATE_EVENTS(44),
    PIN_MESSAGES(51);

    static final long EVERYTHING = of(Arrays.asList(values()));

    final long bit;

    Permission(int offset) {
        bit = 1L << offset;
    }

    static long of(Collection<Permission> permissions) {
        return permissions.stream().mapToLong(permission -> permission.bit).reduce(0, (one, other) -> one | other);
    }

    boolean in(long permissions) {
        return (permissions & bit) != 0;
    }
}
