package org.modicum.policy.disclosure;

/**
 * @param headcount distinct people in scope
 * @param personDays their working days
 * @param mostDays the most working days that one of them has
 * @param over people above the threshold of their own department
 * @param measured people whose department has a threshold
 */
public record GroupSums(long headcount, long personDays, long mostDays, long over, long measured) {}
