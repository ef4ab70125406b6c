package io.tummler.config;

import io.tummler.api.Section;

@Section("sample-town")
record Town(
        @Section.Key(value = "Where moderators meet.", or = "moderators")
        String moderatorsChannel,

        @Section.Key(value = "How many live there.", or = "800", min = 1)
        int members) {}
