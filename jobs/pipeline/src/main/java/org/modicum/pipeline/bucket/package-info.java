/** A bucket of an S3-compatible store, as the store itself has it: asked with plain requests, not through Iceberg. */
package org.modicum.pipeline.bucket;
