/** Deletes what the rules say must go, makes sure with other code that it is gone, and certifies that. */
package org.modicum.pipeline.retain;
