/**
 * Needs and offers, and who fits whom. A statement stands in the database and, once that is committed, in the {@link
 * io.tummler.matching.Book} of its community: the indexes of all matchmakers, told of each change and read anew from the
 * database when the community is taken over. A need is put to the indexes; of those that fit best it is asked who
 * consents and who may meet whom, who answers such questions goes first of two that fit about as well ({@link
 * io.tummler.matching.Regulars}, by what listening members say), and what has helped before says so. The introductions
 * decide whom of these to ask. On each tick the links of what is new are looked at for rings of three, which are chosen so
 * that they serve the most members.
 */
@NullMarked
package io.tummler.matching;

import org.jspecify.annotations.NullMarked;
