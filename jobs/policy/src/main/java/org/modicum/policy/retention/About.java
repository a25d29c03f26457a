package org.modicum.policy.retention;

import java.util.Optional;
import org.modicum.policy.grant.UserName;

/** Whom a hold is about. */
public sealed interface About {

    /** Everybody of the weeks. */
    record Everybody() implements About {}

    record Department(String name) implements About {}

    record Person(UserName name) implements About {}

    /** The word in the document. */
    default String word() {
        return this instanceof Everybody ? "weeks" : this instanceof Department ? "department" : "person";
    }

    /** The department or the person. */
    default Optional<String> of() {
        if (this instanceof Department department) {
            return Optional.of(department.name());
        }
        return this instanceof Person person ? Optional.of(person.name().text()) : Optional.empty();
    }

    /** @throws IllegalArgumentException if the two do not fit */
    static About parse(String word, Optional<String> of) {
        if (word.equals("weeks") && of.isEmpty()) {
            return new Everybody();
        }
        if (word.equals("department") && of.isPresent()) {
            return new Department(of.get());
        }
        if (word.equals("person") && of.isPresent()) {
            return new Person(new UserName(of.get()));
        }
        throw new IllegalArgumentException("A hold is about weeks, a department or a person");
    }
}
