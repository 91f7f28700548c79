package dev.parley.platform.slack.wire;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import dev.parley.platform.Attachment;
import java.time.Duration;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Brings files to Slack: asks where to, sends the bytes there, and says that they are there. */
public final class Uploads {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    /** Together with the post itself less than the lease of an effect. */
    private static final int LOOKS = 20;

    private final WebApi api;
    private final Addresses addresses;

    /** Uploads by a Web API. */
    public Uploads(WebApi api) {
        this.api = api;
        this.addresses = new Addresses(api);
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
        addresses.bring(announced.getUploadUrl(), RequestBody.create(file.bytes(), MediaType.parse(file.type())));
        FileDetails details =
                FileDetails.builder().id(announced.getFileId()).title(name).build();
        api.ask(
                team,
                methods -> methods.filesCompleteUploadExternal(request ->
                        request.files(List.of(details)).channelId(channel).threadTs(thread)));
        return announced.getFileId();
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
