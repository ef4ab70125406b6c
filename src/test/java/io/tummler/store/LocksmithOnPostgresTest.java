package io.tummler.store;

class LocksmithOnPostgresTest extends LocksmithTest {
    @Override
    String newDatabase() {
        return TestPostgres.newDatabase();
    }
}
