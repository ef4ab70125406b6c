package io.tummler.chat.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test whose requests break Discord's description of its API on purpose, and must be refused. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface AsksWrongly {}
