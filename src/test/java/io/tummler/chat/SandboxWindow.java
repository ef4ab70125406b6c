package io.tummler.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.Optional;

/** The sandbox's page in a browser, used the way a person uses it: what is not on the screen can't be pressed. */
final class SandboxWindow {
    static final int WIDTH_PX = 1280;
    private static final int HEIGHT_PX = 800;
    private static final int MARGIN_PX = 6;

    private final Page page;
    private final Optional<Path> album;

    /**
     * @param album where {@link #photograph} puts its pictures; empty to take none
     */
    SandboxWindow(Page page, Optional<Path> album) {
        this.page = page;
        this.album = album;
        page.setViewportSize(WIDTH_PX, HEIGHT_PX);
    }

    /** Turns into this member of the cast. */
    void be(String username) {
        page.getByTestId("persona-switch").click();
        Locator choice = page.getByTestId("persona-" + username);
        String name =
                choice.locator("b").evaluate("it => it.firstChild.textContent").toString();
        choice.click();
        assertThat(page.getByTestId("persona-switch")).containsText("You are " + name);
    }

    void enter(String channel) {
        page.getByTestId("channel-" + channel).click();
        // Until then the messages are still those of the place before.
        assertThat(page.getByTestId("channel-" + channel)).hasAttribute("aria-current", "page");
    }

    Locator conversationWithTheBot() {
        return page.getByTestId("dm-tummler");
    }

    /** What arrives at the moment of the press redraws the row beneath it, and the press goes to nothing. */
    void enterConversationWithTheBot() {
        conversationWithTheBot().click();
        if (!"page".equals(conversationWithTheBot().getAttribute("aria-current")))
            conversationWithTheBot().click();
    }

    Locator threads() {
        return page.locator("[data-testid^=thread-]");
    }

    Locator messages() {
        return page.getByTestId("message");
    }

    Locator newest() {
        return messages().last();
    }

    /**
     * Runs a command from the list that the slash opens, and waits for its answer, which this member alone sees.
     *
     * @param options names and values in turn
     */
    Locator run(String command, String... options) {
        int before = messages().count();
        page.getByTestId("composer").fill("/" + command);
        page.getByTestId("command-" + command).click();
        for (int at = 0; at < options.length; at += 2) fill(options[at], options[at + 1]);
        page.getByTestId("send").click();
        assertThat(messages()).hasCount(before + 1);
        assertThat(newest()).hasAttribute("data-ephemeral", "true");
        assertThat(newest()).not().containsText("is thinking");
        return newest();
    }

    private void fill(String option, String value) {
        Locator field = page.getByTestId("option-" + option);
        if (field.evaluate("it => it.tagName").equals("SELECT")) field.selectOption(value);
        else field.fill(value);
    }

    void say(String words) {
        page.getByTestId("composer").fill(words);
        page.getByTestId("send").click();
        assertThat(newest()).containsText(words);
    }

    /** Presses the button with this label under the newest message. */
    void press(String label) {
        newest().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    void forward(String duration) {
        page.getByTestId("clock-forward-" + duration).click();
    }

    /** What the guide says about the step it is at. */
    Locator step() {
        return page.locator("#guide .now");
    }

    void stepDone() {
        page.getByTestId("guide-done").click();
    }

    void photograph(String name, int heightPx) {
        album.ifPresent(folder -> {
            page.mouse().move(0, 0);
            page.setViewportSize(WIDTH_PX, heightPx);
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
            page.setViewportSize(WIDTH_PX, HEIGHT_PX);
        });
    }

    void photograph(String name) {
        photograph(name, HEIGHT_PX);
    }

    /** Only these, what lies between them, and a little around it. */
    void photograph(String name, Locator... shown) {
        album.ifPresent(folder -> {
            page.mouse().move(0, 0);
            // A message in which something was pressed has its tools in sight.
            page.evaluate("() => document.querySelector('.message:focus, .message :focus')?.blur()");
            double left = WIDTH_PX;
            double top = Double.MAX_VALUE;
            double right = 0;
            double bottom = 0;
            for (Locator each : shown) {
                each.scrollIntoViewIfNeeded();
                BoundingBox box = each.boundingBox();
                left = Math.min(left, box.x);
                top = Math.min(top, box.y);
                right = Math.max(right, box.x + box.width);
                bottom = Math.max(bottom, box.y + box.height);
            }
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(folder.resolve(name + ".png"))
                    .setClip(
                            Math.max(0, left - MARGIN_PX),
                            Math.max(0, top - MARGIN_PX),
                            right - left + 2 * MARGIN_PX,
                            bottom - top + 2 * MARGIN_PX));
        });
    }
}
