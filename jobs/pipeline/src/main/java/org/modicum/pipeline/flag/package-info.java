/**
 * Naming people, under a {@link org.modicum.policy.grant.VerifiedGrant} and not otherwise: no other package goes from a
 * pseudonym to a name. What comes of it leaves memory sealed to the grant's recipient.
 */
package org.modicum.pipeline.flag;
