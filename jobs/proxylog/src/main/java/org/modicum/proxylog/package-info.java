/** Placeholder replaced at once. */
package org.modicum.proxylog;
