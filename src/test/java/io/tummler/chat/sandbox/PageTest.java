package io.tummler.chat.sandbox;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox with a bot in it that shows all it can, looked at with Chromium. */
abstract class PageTest {
    static Chromium chromium;

    Sandbox sandbox;
    ShowBot bot;
    /** The window that is looked at, once a test has opened it. */
    Page page;

    @BeforeAll
    static void open_a_browser() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close_it() {
        if (chromium != null) chromium.close();
    }

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(JdaBot.PATIENT);
        bot = new ShowBot(sandbox);
    }

    @AfterEach
    void stop() {
        chromium.closeWindows();
        bot.close();
        sandbox.close();
    }

    static String kitchenOf(Sandbox sandbox) {
        return sandbox.pageUrl() + "#" + sandbox.channelId("kitchen");
    }

    static Locator message(Page page, String words) {
        return page.getByTestId("message").filter(new Locator.FilterOptions().setHasText(words));
    }

    Locator message(String words) {
        return message(page, words);
    }

    /** Opens the fields of a command. */
    void command(String name) {
        page.getByTestId("composer").fill("/" + name);
        page.getByTestId("command-" + name).click();
    }

    void run(String name) {
        command(name);
        page.getByTestId("send").click();
    }
}
