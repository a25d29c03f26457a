/** Grants as files and as entries in the audit log; what they mean is decided in {@code policy.grant}. */
package org.modicum.pipeline.grant;
