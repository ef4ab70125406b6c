package io.tummler.chat.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the page looks: in both themes, at both widths, with everything on it that there is. */
class PageLookTest extends PageTest {
    private static final double SHIFT_MAX = 0.01;
    private static final LocatorAssertions.IsInViewportOptions WHOLE =
            new LocatorAssertions.IsInViewportOptions().setRatio(1);

    @ParameterizedTest(name = "{0} px wide, {1}")
    @CsvSource({"1280,LIGHT", "1280,DARK", "390,LIGHT", "390,DARK"})
    void all_of_it_can_be_read_and_stays_in_its_place(int width, ColorScheme colours) {
        page = chromium.window(kitchenOf(sandbox), width, colours);
        String look = width + "-" + colours.name().toLowerCase(Locale.ROOT);
        Look at = new Look(page, look);

        at.judge("channel");
        MessageView said = sandbox.persona("ben")
                .says("kitchen", "Mine is **flat**, <@" + sandbox.persona("ada").id() + ">.");
        sandbox.persona("chiara").reacts(said, "👍");
        assertThat(page.getByTestId("reaction")).hasCount(1);
        run(page, "card");
        at.judge("embed");
        run(page, "choose");
        at.judge("selects");
        page.getByTestId("select-flour").click();
        page.getByTestId("pick-spelt").click();
        assertThat(page.locator(".choices-list [aria-selected=true]")).hasCount(1);
        at.judge("select-open");
        page.keyboard().press("Escape");
        page.getByTestId("select-people").click();
        page.getByTestId("select-search").waitFor();
        at.judge("entity-select-open");
        page.keyboard().press("Escape");
        run(page, "show");
        at.judge("layout");
        page.getByText("Tell more").last().click();
        page.getByTestId("modal").waitFor();
        at.judge("modal");
        page.getByTestId("modal-cancel").click();
        message("Mine is flat").focus();
        page.keyboard().press("Enter");
        page.getByTestId("menu").waitFor();
        at.judge("menu");
        page.keyboard().press("Escape");
        page.keyboard().type("/");
        page.getByTestId("command-fill").waitFor();
        at.judge("commands");
        page.keyboard().type("fill");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        page.getByTestId("option-words").waitFor();
        at.judge("options");
        page.keyboard().press("Escape");
        if (width == Chromium.NARROW_PX) {
            page.locator("#open-side").click();
            assertThat(page.locator("nav")).isInViewport(WHOLE);
            at.judge("drawer");
            page.keyboard().press("Escape");
            page.locator("#open-people").click();
            assertThat(page.locator("#people")).isInViewport(WHOLE);
            at.judge("people-drawer");
            page.keyboard().press("Escape");
        }
        page.getByTestId("persona-switch").dispatchEvent("click");
        page.getByTestId("persona-ada").waitFor();
        at.judge("personas");

        assertThat(Chromium.layoutShift(page))
                .as(() -> page.evaluate("() => shifts").toString())
                .isLessThan(SHIFT_MAX);
    }

    private static void run(Page page, String command) {
        int before = page.getByTestId("message").count();
        page.getByTestId("composer").pressSequentially("/" + command);
        page.getByTestId("command-" + command).click();
        page.getByTestId("send").click();
        assertThat(page.getByTestId("message")).hasCount(before + 1);
    }

    private record Look(Page page, String name) {
        void judge(String what) {
            page.mouse().move(0, 0);
            Chromium.photograph(page, name + "-" + what);
            assertThat(Chromium.paleTexts(page)).as(what).isEmpty();
            Chromium.assertNothingOverflows(page);
        }
    }
}
