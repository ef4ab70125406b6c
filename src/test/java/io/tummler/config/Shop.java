package io.tummler.config;

import io.tummler.api.Section;

@Section(value = "sample-shops", folder = true)
record Shop(@Section.Key("What it is called.") String name) {}
