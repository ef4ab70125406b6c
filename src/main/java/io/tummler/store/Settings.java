package io.tummler.store;

/** Where an operator says which database it is. */
public record Settings(String url, String user, String password) {
    /** Of the bot's own database. */
    public static final Settings OF_THE_BOT =
            new Settings("QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD");
}
