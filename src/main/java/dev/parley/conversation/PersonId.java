package dev.parley.conversation;

/**
 * A person, whatever accounts they speak through. Opaque: it says nothing about them.
 *
 * @param value random, chosen by the store
 */
public record PersonId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
