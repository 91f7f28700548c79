package dev.parley.platform.web;

import dev.parley.web.EventFeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One open page of a room. */
final class RoomFeed implements EventFeed {
    private final RoomViews views;
    private final Viewer viewer;
    private final Room room;
    private final String epoch;
    private final WebPlatform.Presenting presenting;
    private long seen;

    /**
     * A feed that goes on from somewhere.
     *
     * @param epoch stands for this run of the program; versions of another run mean nothing
     * @param last where the page got to: an epoch, a hyphen and a version
     */
    RoomFeed(WebPlatform platform, RoomViews views, Viewer viewer, Room room, String epoch, String last) {
        this.views = views;
        this.viewer = viewer;
        this.room = room;
        this.epoch = epoch;
        this.seen = versionIn(last, epoch);
        this.presenting = platform.enter(viewer.account(), room.id());
    }

    private static long versionIn(String last, String epoch) {
        if (!last.startsWith(epoch + "-")) {
            return -1;
        }
        try {
            return Long.parseLong(last.substring(epoch.length() + 1));
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }

    @Override
    public List<Event> next(Duration patience) throws InterruptedException {
        Room.News news = room.news(viewer.account(), seen, patience);
        seen = news.version();
        if (news.nothing()) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        if (news.anew()) {
            StringBuilder all = new StringBuilder();
            news.messages().forEach(message -> all.append(views.message(viewer, message)));
            news.notes().forEach(note -> all.append(views.note(viewer, room.id(), note)));
            events.add(event("reset", all.toString()));
        } else {
            news.gone().forEach(message -> events.add(event("gone", message)));
            news.messages().forEach(message -> events.add(event("message", views.message(viewer, message))));
            news.notes().forEach(note -> events.add(event("note", views.note(viewer, room.id(), note))));
        }
        if (news.card()) {
            events.add(event("card", views.card(room.id(), room.card())));
        }
        if (news.people()) {
            events.add(event("people", views.people(room.id(), viewer.account())));
        }
        // Only the last one says how far the page is, so that a break in the middle repeats instead of losing.
        Event last = events.removeLast();
        events.add(new Event(epoch + "-" + seen, last.name(), last.data()));
        return events;
    }

    private static Event event(String name, String data) {
        return new Event("", name, data);
    }

    @Override
    public void close() {
        presenting.close();
    }
}
