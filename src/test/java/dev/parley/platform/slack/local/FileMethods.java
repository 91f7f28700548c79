package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Answer;
import dev.parley.platform.local.Json;
import dev.parley.platform.local.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code files.*}, and the addresses to which files are sent. */
final class FileMethods implements Method.Book {
    static final String UPLOADS = "/upload/v1/";
    static final String DOWNLOADS = "/files-pri/";
    private final World world;

    FileMethods(World world) {
        this.world = world;
    }

    @Override
    public void addTo(Map<String, Method> methods) {
        methods.put("files.getUploadURLExternal", new Method("files:write", Method.TIER_4, this::announce));
        methods.put("files.completeUploadExternal", new Method("files:write", Method.TIER_4, this::complete));
        methods.put("files.info", new Method("files:read", Method.TIER_4, this::info));
        methods.put("files.delete", new Method("files:write", Method.TIER_3, this::delete));
    }

    private ObjectNode announce(Call call) {
        Workspace workspace = call.workspace();
        int length = Integer.parseInt(call.needed("length"));
        String altText = call.text("alt_txt") == null ? call.text("alt_text") : call.text("alt_txt");
        SlackFile file = new SlackFile(
                workspace, workspace.bot, call.needed("filename"), length, altText == null ? "" : altText);
        workspace.files.put(file.id, file);
        return Json.object()
                .put("upload_url", world.address + UPLOADS + file.id)
                .put("file_id", file.id);
    }

    /** Takes the bytes of a file, as they are or as a form with one part. */
    static Answer take(World world, Request request) {
        String id = request.path().substring(UPLOADS.length());
        synchronized (world) {
            SlackFile file = world.workspaces.values().stream()
                    .flatMap(workspace -> workspace.files.values().stream())
                    .filter(one -> one.id.equals(id))
                    .findFirst()
                    .orElse(null);
            if (file == null || file.sent) {
                return Answer.text(404, "no such upload");
            }
            file.bytes = content(request);
            file.sent = true;
            if (file.bytes.length != file.length) {
                world.violations.add(file.name + " has " + file.bytes.length + " bytes, not " + file.length);
            }
            return Answer.bytes("text/plain", ("OK - " + file.bytes.length).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Gives the bytes of a file to whoever has a token of its workspace. */
    static Answer give(World world, Request request) {
        String id = request.path().substring(DOWNLOADS.length()).split("/")[0];
        String authorization = String.valueOf(request.header("authorization"));
        synchronized (world) {
            Workspace workspace = world.tokens.get(authorization.replaceFirst("^Bearer ", ""));
            SlackFile file = workspace == null ? null : workspace.files.get(id);
            return file == null
                    ? Answer.text(404, "no such file")
                    : Answer.bytes("application/octet-stream", file.bytes);
        }
    }

    private static byte[] content(Request request) {
        String type = String.valueOf(request.header("content-type"));
        if (!type.startsWith("multipart/form-data")) {
            return request.body();
        }
        String form = new String(request.body(), StandardCharsets.ISO_8859_1);
        int border = form.indexOf("\r\n");
        int start = form.indexOf("\r\n\r\n") + 4;
        int end = form.indexOf("\r\n" + form.substring(0, border), start);
        return Arrays.copyOfRange(request.body(), start, end);
    }

    private ObjectNode complete(Call call) {
        JsonNode wanted = call.json("files");
        if (!wanted.isArray() || wanted.isEmpty()) {
            throw Refusal.arguments("missing required field: files");
        }
        List<SlackFile> files = new ArrayList<>();
        for (JsonNode one : wanted) {
            SlackFile file = call.workspace().files.get(one.path("id").asText());
            if (file == null || !file.sent) {
                throw new Refusal("file_not_found");
            }
            file.title = one.path("title").asText(file.title);
            file.completed = true;
            file.readyAtNanos = System.nanoTime() + world.processing.toNanos();
            files.add(file);
        }
        share(call, files);
        ObjectNode answer = Json.object();
        ArrayNode all = answer.putArray("files");
        files.forEach(file -> all.add(file.json()));
        return answer;
    }

    private void share(Call call, List<SlackFile> files) {
        String id = call.text("channel_id");
        if (id != null && !id.isEmpty()) {
            Channel channel = call.ownChannel("channel_id");
            String comment = call.text("initial_comment");
            world.conversation.share(
                    call.workspace().bot, channel, files, comment == null ? "" : comment, call.text("thread_ts"));
        }
    }

    private static SlackFile file(Call call) {
        SlackFile file = call.workspace().files.get(call.needed("file"));
        if (file == null || !file.completed) {
            throw new Refusal("file_not_found");
        }
        return file;
    }

    private ObjectNode info(Call call) {
        ObjectNode answer = Json.object();
        answer.set("file", file(call).json());
        return answer;
    }

    private ObjectNode delete(Call call) {
        call.workspace().files.remove(file(call).id);
        return Json.object();
    }
}
