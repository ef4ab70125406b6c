package io.tummler.chat.sandbox;

import io.vertx.core.buffer.Buffer;

/**
 * A file that came with a request.
 *
 * @param field the form's field, such as {@code files[0]}
 * @param size in bytes
 * @param bytes what is in it, nothing if it was too big to keep
 */
record Upload(String field, String name, String type, long size, Buffer bytes) {}
