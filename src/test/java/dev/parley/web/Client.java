package dev.parley.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without a script: keeps cookies, fills in forms with their token, says where it comes from. */
public final class Client {
    public final CookieManager cookies = new CookieManager();
    public final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    public String token = "";

    public Client(URI address) {
        this.address = address;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    /** Gets a page and keeps its token for the next form. */
    public Document page(String path) {
        Document page = Jsoup.parse(get(path).body(), address.toString());
        token = page.select("input[name=token]").attr("value");
        return page;
    }

    /** Sends a form as our own page would; fields come as name, value, name, value. */
    public HttpResponse<String> post(String path, String... fields) {
        return send(form(path, fields).header("Origin", address.toString()));
    }

    /** A form that says nothing of where it comes from. */
    public HttpRequest.Builder form(String path, String... fields) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("token", token);
        for (int at = 0; at < fields.length; at += 2) {
            values.put(fields[at], fields[at + 1]);
        }
        String body = values.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException trouble) {
            throw new java.io.UncheckedIOException(trouble);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public HttpClient http() {
        return http;
    }

    /** Takes the cookie of its session. */
    public String cookie() {
        return cookies.getCookieStore().getCookies().getFirst().getValue();
    }
}
