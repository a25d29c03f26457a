/** Files that only their recipient can read: an archive in memory, padded, and encrypted in the format of age. */
package org.modicum.pipeline.seal;
