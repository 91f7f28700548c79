package dev.parley.setup;

/**
 * Something wrong with a file of the operator's, and what to do about it.
 *
 * @param file as the operator would name it
 * @param line from 1
 * @param column from 1, in code points
 * @param what what is wrong, a sentence without its full stop
 * @param remedy what to do, whole sentences: the nearest right key first, where there is one
 */
public record Problem(String file, int line, int column, String what, String remedy) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + what + ". " + remedy;
    }
}
