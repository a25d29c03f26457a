/**
 * The auditors' page: what is held, what was done and whether that can be proven, as pages, CSV and JSON that name
 * nobody. Every section is a few tables; a table is the same on the page, in its CSV file and in the JSON.
 */
package org.modicum.pipeline.auditors;
