package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.platform.local.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A form of several parts: {@code payload_json} and files. */
final class Multipart {
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]{0,100})\"");
    private static final Pattern FILE_NAME = Pattern.compile("\\bfilename=\"([^\"]{0,500})\"");
    private static final Pattern NUMBER = Pattern.compile("files?\\[?(\\d{0,3})]?");
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    final Map<Integer, RestCall.Upload> files = new HashMap<>();
    JsonNode payload = MissingNode.getInstance();

    private Multipart() {}

    static Multipart read(String type, byte[] body) throws IOException {
        Multipart form = new Multipart();
        String boundary = type.replaceFirst(".*boundary=\"?([^\";]+).*", "$1");
        byte[] border = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        int start = indexOf(body, border, 0);
        while (start >= 0) {
            int next = indexOf(body, border, start + border.length);
            if (next < 0) {
                return form;
            }
            form.part(Arrays.copyOfRange(body, start + border.length + 2, next - 2));
            start = next;
        }
        return form;
    }

    private void part(byte[] part) throws IOException {
        int end = indexOf(part, END_OF_HEAD, 0);
        String head = new String(part, 0, end, StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOfRange(part, end + END_OF_HEAD.length, part.length);
        String name = group(NAME, head);
        if ("payload_json".equals(name)) {
            payload = Json.read(content);
        } else if (name != null) {
            String number = group(NUMBER, name);
            String fileName = group(FILE_NAME, head);
            files.put(
                    number == null || number.isEmpty() ? 0 : Integer.parseInt(number),
                    new RestCall.Upload(fileName == null ? "file" : fileName, content));
        }
    }

    private static @Nullable String group(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : null;
    }

    private static int indexOf(byte[] whole, byte[] part, int from) {
        for (int at = from; at <= whole.length - part.length; at++) {
            if (whole[at] == part[0] && Arrays.equals(whole, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }
}
