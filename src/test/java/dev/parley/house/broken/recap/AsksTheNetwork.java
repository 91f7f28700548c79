package dev.parley.house.broken.recap;

import java.net.URL;

final class AsksTheNetwork {
    private AsksTheNetwork() {}

    static String host(URL page) {
        return page.getHost();
    }
}
