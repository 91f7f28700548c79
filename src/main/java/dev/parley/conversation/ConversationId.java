package dev.parley.conversation;

/**
 * Names one story for ever.
 *
 * @param community the community that it belongs to; every stored row carries it
 * @param name words that a person can read, unique in the community: {@code "principles/2026-11-23"}; of a story that is no chat,
 *     after its kind and a colon
 */
public record ConversationId(String community, String name) implements Comparable<ConversationId> {

    /** The kind of story that a name without a colon is of. */
    public static final String CHAT = "chat";

    /** What kind of story this is: what stands before the first colon of the name. */
    public String kind() {
        int colon = name.indexOf(':');
        return colon < 0 ? CHAT : name.substring(0, colon);
    }

    /** Whether this is a chat. */
    public boolean isChat() {
        return kind().equals(CHAT);
    }

    @Override
    public int compareTo(ConversationId other) {
        int byCommunity = community.compareTo(other.community);
        return byCommunity != 0 ? byCommunity : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return community + "/" + name;
    }
}
