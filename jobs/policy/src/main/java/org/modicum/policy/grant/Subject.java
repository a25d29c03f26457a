package org.modicum.policy.grant;

/**
 * A person whom a grant is about.
 *
 * @param person the user name, exactly as the staff directory's canonical spelling has it
 * @param department where the person works, as the requester says
 */
public record Subject(UserName person, String department) {

    /** @throws RefusedException if the department is malformed */
    public Subject {
        Words.department(department);
    }

    /** Without the name, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "Subject[hidden]";
    }
}
