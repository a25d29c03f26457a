/**
 * Whether a person was above the threshold of their own department, beyond reasonable doubt: by the estimate's low
 * figure alone. A {@link org.modicum.policy.flag.Flag} says that a person has to look; it decides nothing.
 */
package org.modicum.policy.flag;
