package dev.parley.setup;

/**
 * A place in a file.
 *
 * @param line from 1
 * @param column from 1, in code points
 */
record Spot(int line, int column) implements Comparable<Spot> {

    static final Spot START = new Spot(1, 1);

    @Override
    public int compareTo(Spot other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
