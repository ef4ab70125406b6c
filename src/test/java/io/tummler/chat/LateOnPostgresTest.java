package io.tummler.chat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(LoopOnPostgresTest.OnPostgres.class)
class LateOnPostgresTest extends LateTest {}
