package dev.parley.conversation;

/**
 * Names one conversation for ever.
 *
 * @param community the community that it belongs to; every stored row carries it
 * @param name words that a person can read, unique in the community: {@code "principles/2026-11-23"}
 */
public record ConversationId(String community, String name) implements Comparable<ConversationId> {

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
