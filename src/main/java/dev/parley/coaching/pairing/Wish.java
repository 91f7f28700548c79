package dev.parley.coaching.pairing;

/** Something that a proposal never breaks. Private to the lead. */
public sealed interface Wish {

    /** Two people do not meet in this round. The order of the two says nothing. */
    record Apart(String one, String other) implements Wish {
        /** Throws {@link IllegalArgumentException} where somebody is to be kept from themselves. */
        public Apart {
            if (one.equals(other)) {
                throw new IllegalArgumentException("Nobody can be kept apart from themselves: " + one);
            }
            if (one.compareTo(other) > 0) {
                String first = other;
                other = one;
                one = first;
            }
        }
    }

    /**
     * A coach has no more partners than this.
     *
     * @param partners at least one
     */
    record Limit(String coach, int partners) implements Wish {
        /** Throws {@link IllegalArgumentException} where there is no room for anybody. */
        public Limit {
            if (partners < 1) {
                throw new IllegalArgumentException("A coach has room for one partner or more: " + coach);
            }
        }
    }
}
