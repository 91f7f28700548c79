package dev.parley.web;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Style sheets, scripts and pictures from the class path. Their address carries their check sum, so that browsers may keep them. */
public final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, Optional<Asset>> known = new ConcurrentHashMap<>();

    /** The address of a file. Throws {@link IllegalArgumentException} where there is none of that name. */
    public String address(String name) {
        Asset asset = find(name).orElseThrow(() -> new IllegalArgumentException("There is no asset " + name));
        return "/assets/" + name + "?" + asset.sum();
    }

    Optional<Asset> find(String name) {
        if (!name.matches("[a-z-]{1,40}\\.(css|js|svg)")) {
            return Optional.empty();
        }
        return known.computeIfAbsent(name, Assets::load);
    }

    private static Optional<Asset> load(String name) {
        try (InputStream stream = Assets.class.getResourceAsStream("assets/" + name)) {
            if (stream == null) {
                return Optional.empty();
            }
            byte[] bytes = stream.readAllBytes();
            CRC32 sum = new CRC32();
            sum.update(bytes);
            String type = requireNonNull(TYPES.get(name.substring(name.lastIndexOf('.') + 1)), name);
            return Optional.of(new Asset(bytes, type, HexFormat.of().toHexDigits((int) sum.getValue())));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    record Asset(byte[] bytes, String type, String sum) {}
}
