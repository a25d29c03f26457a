/** Ed25519 of the JDK, without the keys that prove nothing. */
package org.modicum.policy.signature;
