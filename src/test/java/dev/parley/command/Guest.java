package dev.parley.command;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody who uses the pages without a script: reads them and sends their forms. */
final class Guest {

    private final URI site;
    private final HttpClient client;

    Guest(URI site) {
        this.site = site;
        this.client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    Document page(String path) throws IOException, InterruptedException {
        return Jsoup.parse(get(path).body(), site.toString());
    }

    /** Fills in the form of a page whose action ends so, and sends it. */
    HttpResponse<String> send(String path, String action, Map<String, String> filled)
            throws IOException, InterruptedException {
        Element form = page(path).selectFirst("form[action$=" + action + "]");
        if (form == null) {
            throw new IOException("No form " + action + " on " + path);
        }
        Map<String, String> values = new HashMap<>();
        form.select("input[name]").forEach(input -> values.put(input.attr("name"), input.attr("value")));
        values.putAll(filled);
        String body = values.entrySet().stream()
                .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
                .collect(Collectors.joining("&"));
        return client.send(
                request(form.attr("action"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", site.toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
