/** Holds, and what lifts them, as files and as entries in the audit log; what they mean is decided in {@code policy.retention}. */
package org.modicum.pipeline.hold;
