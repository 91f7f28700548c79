package dev.parley.house.broken.engine;

import io.javalin.http.Context;

final class ServesPages {
    private ServesPages() {}

    static String path(Context context) {
        return context.path();
    }
}
