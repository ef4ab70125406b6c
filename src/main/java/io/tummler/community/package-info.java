/**
 * Members, their consents, and what they may see, take along and have forgotten. The only place that links a member to an account on a platform.
 */
@NullMarked
package io.tummler.community;

import org.jspecify.annotations.NullMarked;
