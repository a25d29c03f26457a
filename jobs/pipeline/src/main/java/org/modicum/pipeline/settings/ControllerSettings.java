package org.modicum.pipeline.settings;

import java.util.Optional;

/**
 * What the record of processing (UK GDPR Article 30) and the notice to staff must say and no program can know. What is
 * empty is shown as not set.
 *
 * @param name of the controller
 * @param contact where the controller can be reached
 * @param dataProtectionOfficer where that officer can be reached; an office and its address, not a name
 * @param transfers to other countries, and by which safeguards
 */
public record ControllerSettings(
        Optional<String> name,
        Optional<String> contact,
        Optional<String> dataProtectionOfficer,
        Optional<String> transfers) {

    static ControllerSettings read(Section section) {
        ControllerSettings controller = new ControllerSettings(
                section.optional("name").flatMap(Setting::line),
                section.optional("contact").flatMap(Setting::line),
                section.optional("data-protection-officer").flatMap(Setting::line),
                section.optional("transfers").flatMap(Setting::line));
        section.noOtherKeys();
        return controller;
    }

    /** Whether all of it is set. */
    public boolean isComplete() {
        return name.isPresent() && contact.isPresent() && dataProtectionOfficer.isPresent() && transfers.isPresent();
    }
}
