package dev.parley.coaching.pairing;

import java.util.Optional;

/** What two people may have in common. */
public enum Trait {
    SCHOOL,
    GRADE;

    /** What a person has of it; empty where that is not known. */
    Optional<String> of(Person person) {
        return switch (this) {
            case SCHOOL -> person.school();
            case GRADE -> person.grade();
        };
    }
}
