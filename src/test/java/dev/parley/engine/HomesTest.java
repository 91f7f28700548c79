package dev.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.RoomId;
import dev.parley.engine.Programme.Readers;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HomesTest {

    private static final ConversationId CHAT = new ConversationId("here", "evening/2026-11-23");
    private static final RoomId WEB = new RoomId("web", "commons");
    private static final RoomId ELSEWHERE = new RoomId("discord", "1122");
    private static final URI HERE = URI.create("http://127.0.0.1:8080");
    private static final URI PUBLIC = URI.create("https://chat.example.org");

    private static Homes homes(Optional<URI> address, Readers readers) {
        return new Homes(
                Optional.of(HERE),
                address,
                Set.of("web"),
                chat -> "key-of-" + chat.name(),
                new Chats(List.of(), readers));
    }

    @Test
    void whoIsOnOurPagesNeedsNoKey() {
        for (Readers readers : Readers.values()) {
            assertThat(homes(Optional.empty(), readers).recap(CHAT, WEB))
                    .contains(URI.create("http://127.0.0.1:8080/recap/evening/2026-11-23"));
            assertThat(homes(Optional.of(PUBLIC), readers).recap(CHAT, WEB))
                    .contains(URI.create("https://chat.example.org/recap/evening/2026-11-23"));
        }
    }

    @Test
    void thePeopleOfAnotherPlatformGetTheKeyWithTheLinkWhereMembersMayRead() {
        assertThat(homes(Optional.of(PUBLIC), Readers.MEMBERS).recap(CHAT, ELSEWHERE))
                .contains(
                        URI.create("https://chat.example.org/recap/evening/2026-11-23?pass=key-of-evening/2026-11-23"));
        assertThat(homes(Optional.of(PUBLIC), Readers.PUBLIC).recap(CHAT, ELSEWHERE))
                .contains(URI.create("https://chat.example.org/recap/evening/2026-11-23"));
        assertThat(homes(Optional.of(PUBLIC), Readers.HOSTS).recap(CHAT, ELSEWHERE))
                .contains(URI.create("https://chat.example.org/recap/evening/2026-11-23"));
    }

    @Test
    void withoutAPublicAddressNoLinkLeavesOurPages() {
        assertThat(homes(Optional.empty(), Readers.MEMBERS).recap(CHAT, ELSEWHERE))
                .isEmpty();
    }

    @Test
    void aRoomOnOurPagesIsFoundByThoseWhoAreOnThemAndByOthersWithAPublicAddress() {
        assertThat(homes(Optional.empty(), Readers.PUBLIC).room(WEB, new RoomId("web", "attic")))
                .contains(URI.create("http://127.0.0.1:8080/room/commons"));
        assertThat(homes(Optional.of(PUBLIC), Readers.PUBLIC).room(WEB, ELSEWHERE))
                .contains(URI.create("https://chat.example.org/room/commons"));
        assertThat(homes(Optional.empty(), Readers.PUBLIC).room(WEB, ELSEWHERE)).isEmpty();
        assertThat(homes(Optional.of(PUBLIC), Readers.PUBLIC).room(ELSEWHERE, WEB))
                .isEmpty();
    }

    /** "My answers" are those of a browser; whoever talks elsewhere would find nothing there. */
    @Test
    void ownPagesAreForThoseWhoAreOnThem() {
        assertThat(homes(Optional.of(PUBLIC), Readers.MEMBERS).own(WEB)).contains(PUBLIC);
        assertThat(homes(Optional.of(PUBLIC), Readers.MEMBERS).own(ELSEWHERE)).isEmpty();
    }
}
