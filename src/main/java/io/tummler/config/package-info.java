/**
 * Reads bot-config into the sections that engines own, and says what is wrong in it, where, and what is allowed.
 *
 * <p>To add a section an engine writes one record with {@link io.tummler.api.Section}, and its commented file in
 * {@code bot-config/}; nothing here changes. {@link io.tummler.config.SectionDiscovery} finds the records while the
 * application is built, so no class is searched for at run time. {@code Shapes} works out of a record what its file may
 * hold; a {@code Shape} knows nothing of files, so whatever else needs to know what is allowed (a schema, a manual) is one
 * more reader of it. {@code PlainText} decodes bytes, {@code YamlText} reads them as plain YAML and keeps every
 * place, and what is none {@code Syntax} explains without the parser's words; {@code Binder} makes the record, and collects everything wrong instead of stopping at the first.
 *
 * <p>{@code ConfigFolder} reads all files into one immutable {@code Snapshot}, or throws {@code BadConfig}: there is no
 * half-read configuration. How YAML is written makes no difference to what it means: a key's type decides, so that
 * {@code language: no} is Norwegian and {@code "0.7"} a number; tags, anchors, aliases, merged keys and second documents are
 * refused.
 */
@NullMarked
package io.tummler.config;

import org.jspecify.annotations.NullMarked;
