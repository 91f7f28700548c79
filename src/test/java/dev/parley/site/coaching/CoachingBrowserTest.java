package dev.parley.site.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.Choice;
import dev.parley.platform.Note;
import dev.parley.platform.Refused;
import dev.parley.web.Chromium;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The private pages as people meet them: in a real browser. */
class CoachingBrowserTest {
    private final CoachingServer coaching = new CoachingServer();
    private Chromium ana;

    @BeforeEach
    void comeIn() {
        ana = new Chromium();
        ana.dark(false);
        open(coaching.link(FakeJournals.ANA));
        ana.click("main button");
        ana.find("#open");
    }

    @AfterEach
    void close() {
        ana.close();
        coaching.close();
    }

    private void open(String path) {
        ana.driver.get(coaching.address() + path);
    }

    private void waitForTitle(String title) {
        ana.waiting().until(now -> ana.texts("h1").equals(List.of(title)));
    }

    @Test
    void aQuestionIsAnsweredRightThereWithTheKeyboard() {
        coaching.coaching.answer = Note.of("Kept. **Two** are left.");
        ana.find(".ask textarea").sendKeys("When she said no.\nAnd I did not mind." + Keys.TAB + Keys.ENTER);

        assertThat(ana.find(".told").getText()).isEqualTo("Kept. Two are left.");
        assertThat(coaching.coaching.done)
                .containsExactly(
                        "discord Ana Ribeiro fills answer:m9.1 {words=When she said no.\nAnd I did not mind.}");

        ana.driver.navigate().refresh();
        assertThat(ana.all(".told")).isEmpty();
    }

    @Test
    void whatIsRefusedIsSaidAndWhatWasTypedStays() {
        coaching.coaching.trouble = new Refused("This meeting was called off, and its questions with it.");
        ana.find(".ask textarea").sendKeys("Careful words" + Keys.TAB + Keys.ENTER);

        assertThat(ana.find(".told.trouble").getText()).startsWith("This meeting was called off");
        assertThat(ana.find("main textarea").getDomProperty("value")).isEqualTo("Careful words");
    }

    @Test
    void whatEndsSomethingAsksFirstAndOneComesBackToTheSamePlace() {
        open("/coaching/journal");
        ana.click("#item-i-1-2 .more > summary");
        ana.click("#item-i-1-2 .sure > summary");
        assertThat(coaching.coaching.done).isEmpty();
        ana.press("#item-i-1-2 .sure button", Keys.ENTER);

        ana.find(".told");
        assertThat(coaching.coaching.done).containsExactly("discord Ana Ribeiro presses delete:i-1-2");
        assertThat(ana.driver.getCurrentUrl()).endsWith("/coaching/journal#item-i-1-2");
        assertThat(ana.find(".told").isDisplayed()).isTrue();
    }

    @Test
    void whatIsLookedForStandsInNoAddress() {
        coaching.journals.meetings = 34;
        open("/coaching/journal");
        ana.click(".fold > summary");
        ana.find("#words").sendKeys("cafe talk" + Keys.ENTER);

        ana.waiting().until(now -> ana.all(".item").size() == 8);
        assertThat(ana.driver.getCurrentUrl()).endsWith("/coaching/journal");
        ana.click(".turning button[value='2']");
        ana.waiting().until(now -> ana.find(".turning").getText().contains("Page 2 of 5"));
        assertThat(ana.driver.getCurrentUrl()).endsWith("/coaching/journal");
        assertThat(ana.find("#words").getDomProperty("value")).isEqualTo("cafe talk");
    }

    @Test
    void goingOutClosesThePages() {
        ana.click(".top button");
        waitForTitle("You are out");
        open("/coaching/journal");
        assertThat(ana.find("h1").getText()).isEqualTo("This page is private");
    }

    @Test
    void everyPageIsGoodToLookAtAndInNobodysWay() {
        coaching.coaching.answer = new Note(
                "Kept. You can read it under **What I wrote**.",
                List.of(new Choice("undo", "Take it back", Choice.Style.OTHER)));
        ana.look("coaching-home");
        ana.find(".ask textarea").sendKeys("When she said no." + Keys.TAB + Keys.ENTER);
        ana.find(".told");
        ana.look("coaching-told");
        open("/coaching/partnership/" + FakeJournals.PARTNERSHIP);
        ana.look("coaching-partnership");
        ana.driver.executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");
        ana.look("coaching-partnership-open");
        coaching.journals.accepted = false;
        ana.driver.navigate().refresh();
        ana.look("coaching-agreement");
        coaching.journals.meetings = 1;
        open("/coaching/journal");
        ana.driver.executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");
        ana.look("coaching-journal-open");
        ana.driver.executeScript("document.querySelectorAll('.month').forEach(one => one.remove())");
        ana.look("coaching-growth");
        coaching.journals.meetings = 34;
        open("/coaching/journal?page=2");
        ana.look("coaching-journal");
        open("/coaching/form/edit:i-0-1?back=%2Fcoaching%2Fjournal");
        ana.look("coaching-form");
        coaching.coaching.forms.clear();
        coaching.coaching.trouble = new Refused("This is not there any more.");
        ana.click("main button");
        ana.find(".told.trouble");
        ana.look("coaching-typed");
        coaching.coaching.trouble = null;
        open("/coaching");
        only("needs");
        ana.look("coaching-needs");
        open("/coaching/shelf");
        ana.look("coaching-shelf");
        open("/coaching/lead");
        ana.look("coaching-lead");
        only("figures", "themes", "helped");
        ana.look("coaching-lead-themes");
        coaching.journals.enough = false;
        ana.driver.navigate().refresh();
        ana.look("coaching-lead-few");
        open(coaching.link(FakeJournals.CHIDI));
        ana.look("coaching-door");
        ana.click("main button");
        ana.find("#open");
        ana.look("coaching-empty");
        ana.click(".top button");
        waitForTitle("You are out");
        ana.look("coaching-out");
        open("/coaching");
        ana.look("coaching-outside");
    }

    /** Leaves only these sections, so that they come into sight. */
    private void only(String... sections) {
        ana.driver.executeScript(
                "document.querySelectorAll('section').forEach(one => "
                        + "arguments[0].includes(one.getAttribute('aria-labelledby')) || one.remove())",
                List.of(sections));
    }
}
