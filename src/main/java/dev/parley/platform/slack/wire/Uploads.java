package dev.parley.platform.slack.wire;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import dev.parley.platform.Attachment;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Brings files to Slack: asks where to, sends the bytes there, and says that they are there. */
public final class Uploads {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    /** Together with the post itself less than the lease of an effect. */
    private static final int LOOKS = 20;

    private final WebApi api;
    private final OkHttpClient client;

    /** Uploads by a Web API. */
    public Uploads(WebApi api) {
        this.api = api;
        OkHttpClient.Builder builder =
                api.slack().getHttpClient().getOkHttpClient().newBuilder();
        // The addresses are no methods, and have no limits of theirs.
        builder.interceptors().clear();
        this.client = builder.build();
    }

    /** Uploads a file that nobody is shown; returns its id. */
    public String upload(String team, Attachment file, String name) {
        return upload(team, file, name, null, null);
    }

    /** Uploads a file and shows it in a thread. */
    public void share(String team, String channel, String thread, Attachment file, String name) {
        upload(team, file, name, channel, thread);
    }

    private String upload(
            String team, Attachment file, String name, @Nullable String channel, @Nullable String thread) {
        FilesGetUploadURLExternalResponse announced = api.ask(
                team,
                methods -> methods.filesGetUploadURLExternal(request -> request.filename(name)
                        .length(file.bytes().length)
                        .altTxt(file.description().isBlank() ? null : file.description())));
        send(announced.getUploadUrl(), file);
        FileDetails details =
                FileDetails.builder().id(announced.getFileId()).title(name).build();
        api.ask(
                team,
                methods -> methods.filesCompleteUploadExternal(request ->
                        request.files(List.of(details)).channelId(channel).threadTs(thread)));
        return announced.getFileId();
    }

    private void send(String address, Attachment file) {
        Request request = new Request.Builder()
                .url(address)
                .post(RequestBody.create(file.bytes(), MediaType.parse(file.type())))
                .build();
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw api.unanswered();
            }
        } catch (IOException unanswered) {
            throw api.unanswered();
        }
    }

    /** Waits until Slack has looked at a picture, before which no block can show it; returns whether it has, some seconds later. */
    public boolean isReady(String team, String id) {
        for (int looks = LOOKS; looks > 0; looks--) {
            String type = api.ask(team, methods -> methods.filesInfo(request -> request.file(id)))
                    .getFile()
                    .getMimetype();
            if (type != null && !type.isEmpty()) {
                return true;
            }
            pause();
        }
        return false;
    }

    private void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw api.unanswered();
        }
    }
}
