package org.modicum.policy.grant;

/** Why a signed document counts for nothing. The sentences name nobody, so they may be logged and shown to anyone. */
public enum Refusal {
    NOT_AN_ENVELOPE("The file is not a DSSE envelope of 1 to 16 signatures in its strict form."),
    WRONG_TYPE("What was signed is a document of another kind."),
    SIGNATURE_BROKEN("A signature does not hold: the document or the signature was changed."),
    SIGNATURE_OF_A_STRANGER(
            "A signature is by a key that may not sign this. Delete the signed file and have its draft signed anew."),
    NOT_A_DOCUMENT("What was signed is not written as Modicum writes it: a field more, less, twice or malformed."),
    OUT_OF_BOUNDS("The document asks for more than any document may: time, weeks, uses, subjects or sites."),

    RECORDS_UNREADABLE(
            "Staff, registry or revocations cannot be read, so nothing can be checked. The message before this says why."),
    OLD_JAVA("This Java has a fault in its signatures (CVE-2022-21449). Install 17.0.3 or later."),
    NO_ROOTS("No two roots are set, so nobody can be trusted. Set authorisation.roots to their public keys."),
    ROOT_IS_APPROVER("A key is a root and also enrolled as an approver; it must not be both."),

    NO_REGISTRY("There is no registry of approvers."),
    REGISTRY_NOT_SIGNED("The registry of approvers is not signed by two roots, or was changed."),
    REGISTRY_ROLLED_BACK("The registry of approvers is older than one that was seen before, or differs from it."),
    REGISTRY_FROM_THE_FUTURE("The registry of approvers is dated later than now."),

    NO_REVOCATIONS("There is no list of revocations."),
    REVOCATIONS_NOT_SIGNED("The list of revocations is not signed by a root, or was changed."),
    REVOCATIONS_STALE("The list of revocations is too old. Have a root sign a new one."),
    REVOCATIONS_FROM_THE_FUTURE("The list of revocations is dated later than now."),
    REVOCATIONS_ROLLED_BACK("The list of revocations is older than one that was seen before, or differs from it."),
    REVOCATIONS_FORGET("The list of revocations leaves out something that was revoked before."),

    REVOKED("The grant was revoked."),
    CREATED_IN_THE_FUTURE("The grant is dated later than now."),
    NOT_YET_VALID("The grant is not valid yet."),
    EXPIRED("The grant has expired."),
    CLOCK_SET_BACK("The clock says a time before the last entry of the audit log."),
    USED_UP("The grant has been used as often as it may be; a use that failed counts."),
    OTHER_INSTALLATION("The grant is for another installation."),

    TOO_FEW_PEOPLE("Too few different people signed."),
    TOO_FEW_ROLES("Those who signed do not stand for enough different roles."),
    DATA_PROTECTION_MISSING("A grant of this kind needs the data-protection officer's signature."),
    SIGNED_TWICE("One person signed twice."),
    NO_ROLE_TO_APPROVE("A person who signed has no role that may approve."),
    IT_OPERATIONS("A person who signed belongs to IT operations, who can never approve."),
    REQUESTER_SIGNED("The person who asked for the grant signed it."),
    SUBJECT_SIGNED("A person whom the grant names signed it."),
    OF_THE_DEPARTMENT("A person who signed is of a department that the grant is about."),
    KEY_NOT_VALID("A key that signed was not valid at every moment from the grant's creation until now."),
    KEY_REVOKED("A key that signed was revoked."),
    APPROVER_LEFT("A person who signed is not staff today."),

    SUBJECT_UNKNOWN("A person whom the grant names is not in the staff directory under exactly that name."),
    REQUESTER_UNKNOWN("The person who asked for the grant is not staff today."),
    RECIPIENT_UNKNOWN("The recipient is not staff today."),
    DEPARTMENT_UNKNOWN(
            "The department that the grant is for is not in the staff directory under exactly that name in these weeks."),
    DEPARTMENT_DIFFERS("A person whom the grant names is not of the department that it states."),
    SITE_UNKNOWN("A site that the grant is about is not in this installation's catalogue under exactly that name."),

    HOLD_UNKNOWN("There is no such hold here."),
    HOLD_OVER("The hold has expired or was lifted. Place another."),
    HOLD_DIFFERS("The hold that it names is about another case, another person or other weeks, or is dated later."),
    HOLD_ABOUT_UNKNOWN(
            "The person or the department that the hold is about is not in the staff directory under exactly that name in its weeks."),
    LIFT_OF_CONCERNED("A person who signed the lift is the one, or of the department, that the hold is about.");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /** For the person at the terminal. */
    public String sentence() {
        return sentence;
    }
}
