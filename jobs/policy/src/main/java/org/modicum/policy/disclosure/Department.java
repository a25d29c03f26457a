package org.modicum.policy.disclosure;

import java.util.Optional;
import org.modicum.policy.protocol.Threshold;

/**
 * @param headcount people in scope in the week: members with at least one working day that was not leave. Accounts that
 *     nobody uses do not count, so that padding a department with them hides nobody
 */
public record Department(String name, String faculty, int headcount, Optional<Threshold> threshold) {}
