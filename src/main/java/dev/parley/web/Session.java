package dev.parley.web;

/**
 * A browser that came before.
 *
 * @param account random; stays with the person, also on another device
 * @param browser random; another one in each browser
 */
public record Session(String account, String browser) {

    String text() {
        return account + "." + browser;
    }
}
