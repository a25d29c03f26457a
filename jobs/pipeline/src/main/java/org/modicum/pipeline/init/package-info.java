/** Writes a new site's settings, from a few answers. */
package org.modicum.pipeline.init;
