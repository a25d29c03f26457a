package org.modicum.policy.disclosure;

/**
 * What a cell is made of. Never published.
 *
 * @param people distinct people with active minutes
 * @param minutes of all of them in the week
 * @param largest the most that one person has in the cell
 * @param secondLargest the most that another has
 */
public record CellSums(long people, double minutes, double largest, double secondLargest) {
    static final CellSums NONE = new CellSums(0, 0, 0, 0);

    /**
     * The p % rule for magnitudes (Handbook on Statistical Disclosure Control, section 4.2.2): whoever has the second
     * largest contribution must not be able to estimate the largest to within p percent.
     */
    boolean passesPercentRule(int percent) {
        return minutes - largest - secondLargest >= percent / 100.0 * largest;
    }
}
