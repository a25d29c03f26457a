/** The keys of the people who sign: made and opened on their own machines, never on the one that monitors. */
package org.modicum.pipeline.approver;
