/**
 * The transparency log, without files: a Merkle tree as RFC 6962 and RFC 9162 have it, kept in tiles (C2SP tlog-tiles),
 * whose head is a signed note (C2SP signed-note, tlog-checkpoint) that witnesses can sign too (C2SP tlog-cosignature).
 * With the public keys alone anybody can check that an entry is in the log, and that a later log is the earlier one
 * with more at its end.
 */
package org.modicum.policy.audit;
