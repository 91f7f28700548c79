package dev.parley.evening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.Account;
import dev.parley.platform.web.WebPlatform;
import dev.parley.web.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody with a browser: what they are told stands on their private pages, and what they do there is a form that is sent. */
final class PageSeat {
    static final String HOME = "/coaching";

    private final Client client;

    /** Whoever has come in already. */
    PageSeat(Client client) {
        this.client = client;
    }

    /** Somebody new, who joins the web room under this name. */
    static PageSeat joined(Town town, String name) {
        Client client = new Client(town.server.address());
        client.page("/");
        assertThat(client.post("/room/commons/join", "name", name).statusCode()).isEqualTo(303);
        return new PageSeat(client);
    }

    /** The account of whoever is in the web room. */
    Account account() {
        String cookie = client.cookie();
        return new Account(WebPlatform.NAME, cookie.substring(0, cookie.indexOf('.')));
    }

    Document page(String path) {
        return client.page(path);
    }

    String text(String path) {
        return client.get(path).body();
    }

    /** The page of the one partnership. */
    String partnership() {
        return page(HOME).select("a[href^=/coaching/partnership/]").attr("href");
    }

    /** The questions that wait. */
    List<String> asked() {
        return page(HOME).select(".ask .question").eachText();
    }

    /** Answers the first question that waits. */
    Told answers(String words) {
        Element form =
                Optional.ofNullable(page(HOME).selectFirst(".ask form.fields")).orElseThrow();
        return sent(form, HOME, List.of(form.select("textarea").attr("name"), words));
    }

    /** Presses a button on a page; where it asks whether that is meant, it is. */
    Told presses(String path, String label) {
        return presses(page(path), path, label);
    }

    /** Presses a button of what was told on this page. */
    Told presses(Told on, String path, String label) {
        return presses((Element) on.shown(), path, label);
    }

    private Told presses(Element on, String path, String label) {
        return sent(
                on.select("form[action=/coaching/do]").stream()
                        .filter(form -> label(form).equals(label))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no button " + label + " on " + path)),
                path,
                List.of());
    }

    private static String label(Element form) {
        Element before = form.previousElementSibling();
        return before != null && before.normalName().equals("summary")
                ? before.text()
                : form.select("button").text();
    }

    /** Opens a form by its link on a page, and fills it in. */
    Told fills(String path, String label, Map<String, String> fields) {
        Element link = page(path).select("a[href^=/coaching/form/]").stream()
                .filter(one -> one.text().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form " + label + " on " + path));
        Element form = Optional.ofNullable(page(link.attr("href")).selectFirst("form[action=/coaching/form]"))
                .orElseThrow();
        List<String> values = new ArrayList<>();
        fields.forEach((name, value) -> values.addAll(List.of("field-" + name, value)));
        return sent(form, path, values);
    }

    private Told sent(Element form, String path, List<String> fields) {
        List<String> values = new ArrayList<>(fields);
        form.select("input[type=hidden]").stream()
                .filter(input -> !input.attr("name").equals("token"))
                .forEach(input -> values.addAll(List.of(input.attr("name"), input.attr("value"))));
        assertThat(client.post(form.attr("action"), values.toArray(String[]::new))
                        .statusCode())
                .isEqualTo(303);
        Element told = Optional.ofNullable(page(path).selectFirst(".told"))
                .orElseThrow(() -> new AssertionError("nothing told"));
        List<String> buttons = told.select("button, a.button, summary").eachText();
        Element words = told.clone();
        words.select(".choices").remove();
        return new Told(words.text(), buttons, told);
    }
}
