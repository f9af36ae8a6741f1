package io.heliograph.smpp;

/**
 * Where a part of a longer message belongs.
 *
 * @param reference what its parts have in common, 0 to 65,535
 * @param total of all parts, 2 to 255
 * @param number of this one, from 1
 */
public record Place(int reference, int total, int number) {

    /** @throws IllegalArgumentException when there is no such place */
    public Place {
        if (total < 2 || number < 1 || number > total) {
            throw new IllegalArgumentException("There is no part " + number + " of " + total);
        }
    }
}
