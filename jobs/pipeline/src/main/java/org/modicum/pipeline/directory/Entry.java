package org.modicum.pipeline.directory;

/**
 * A row of the staff file.
 *
 * @param line where it is
 * @param written the user name as the file spells it
 * @param member what it says
 */
record Entry(int line, String written, Member member) {

    boolean overlaps(Entry other) {
        return !member.from().isAfter(other.member.to()) && !other.member.from().isAfter(member.to());
    }
}
