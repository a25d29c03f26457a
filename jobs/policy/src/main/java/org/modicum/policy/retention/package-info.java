/**
 * How long what is kept: rules, holds, the plan of a deletion and the certificate of one. Decides, and deletes nothing.
 */
package org.modicum.policy.retention;
