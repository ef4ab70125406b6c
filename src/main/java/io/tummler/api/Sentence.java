package io.tummler.api;

/**
 * Something the bot says: a record whose components fill the template of the same name.
 *
 * <p>The record {@code io.tummler.introduction.Says.HelperAsked} is said by {@code templates/say/<language>/introduction/helper-asked.txt},
 * whose first line declares the record as {@code the}. The build fails when a template names what the record lacks; a
 * test fails when a template is missing or left over.
 */
public interface Sentence {}
