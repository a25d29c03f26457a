package org.modicum.policy.grant;

import java.util.List;

/** What a grant is for, and so what it must have. */
public sealed interface Purpose {
    /** People who may be named in one grant. */
    int MOST_SUBJECTS = 10;

    /** To look at named people's use. */
    record NamedSubjects(Reason reason, List<Subject> subjects) implements Purpose {
        /** @throws RefusedException if there are none, too many, or one twice */
        public NamedSubjects {
            subjects = List.copyOf(subjects);
            if (subjects.isEmpty() || subjects.size() > MOST_SUBJECTS) {
                throw new RefusedException(Refusal.OUT_OF_BOUNDS, "A grant names 1 to " + MOST_SUBJECTS + " people.");
            }
            for (int i = 0; i < subjects.size(); i++) {
                UserName person = subjects.get(i).person();
                boolean again = subjects.subList(0, i).stream()
                        .anyMatch(other -> other.person().mayBe(person));
                Words.require(!again, "A subject is there twice.");
            }
        }
    }

    /** To look for people of one department who are above its threshold; nobody else is named. */
    record WholeDepartment(Reason reason, String department) implements Purpose {
        /** @throws RefusedException if the department is malformed */
        public WholeDepartment {
            Words.department(department);
        }
    }

    /**
     * To give a person everything that is held about them (Article 15 of the UK GDPR), because they asked.
     *
     * @param request digest of the person's own request, which is kept outside
     */
    record SubjectReport(Subject subject, String request) implements Purpose {
        /** @throws RefusedException if the digest is none */
        public SubjectReport {
            Words.digest(request);
        }
    }

    /**
     * To copy what is held of a person aside for a hold, so that the rest of the weeks can go.
     *
     * @param hold digest of the hold that two people signed
     */
    record HoldCopy(Subject subject, String hold) implements Purpose {
        /** @throws RefusedException if the digest is none */
        public HoldCopy {
            Words.digest(hold);
        }
    }

    /** The people it names; none if it is for a whole department. */
    default List<Subject> people() {
        if (this instanceof NamedSubjects named) {
            return named.subjects();
        }
        if (this instanceof HoldCopy copy) {
            return List.of(copy.subject());
        }
        return this instanceof SubjectReport report ? List.of(report.subject()) : List.of();
    }

    /** Whether somebody may be flagged under it: it is for one of paragraph 24's two reasons. */
    default boolean isForFlags() {
        return this instanceof NamedSubjects || this instanceof WholeDepartment;
    }

    /** How many people have to sign, each for another role. */
    default int quorum() {
        return Quorum.of(this);
    }

    /** As documents and the audit log have it: the reason in capitals, SUBJECT_REPORT or HOLD_COPY. */
    default String word() {
        if (this instanceof NamedSubjects named) {
            return named.reason().name();
        }
        if (this instanceof WholeDepartment whole) {
            return whole.reason().name();
        }
        return this instanceof HoldCopy ? "HOLD_COPY" : "SUBJECT_REPORT";
    }
}
