package dev.parley.platform.web;

import dev.parley.web.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The room's page.
 *
 * @param room the room's id
 * @param coaching whether this community has coaching
 * @param version up to where the page shows what happened
 * @param now the server's time, as ISO 8601, so that a browser with a wrong clock counts right
 */
public record RoomView(
        Frame frame,
        String room,
        String title,
        String token,
        boolean host,
        boolean coaching,
        String version,
        String now,
        String peopleHtml,
        String cardHtml,
        List<String> messagesHtml,
        Composer composer) {

    public RoomView {
        messagesHtml = List.copyOf(messagesHtml);
    }

    /**
     * Where one writes.
     *
     * @param once names this one doing, so that sending it twice is sending it once
     * @param under what is replied to
     * @param editing the message that is being changed
     * @param trouble why the last try did not work
     */
    public record Composer(
            String text,
            String once,
            MessageView.@Nullable Quote under,
            @Nullable String editing,
            @Nullable String trouble) {}
}
