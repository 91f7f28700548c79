package dev.parley.platform.discord.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What stands in a channel. */
public final class Backlog {
    private static final int PAGE = 100;

    private final Requests requests;
    private final Runnable turn;

    /** @param turn waited for before each request */
    public Backlog(Requests requests, Runnable turn) {
        this.requests = requests;
        this.turn = turn;
    }

    /**
     * All messages of a channel since a time, in order.
     *
     * @param absent errors that say that there are none
     */
    public List<DataObject> since(String channel, Instant from, ErrorResponse... absent) {
        List<DataObject> all = new ArrayList<>();
        String after = Snowflake.before(from);
        List<DataObject> page;
        do {
            Route.CompiledRoute route = Route.Messages.GET_MESSAGE_HISTORY
                    .compile(channel)
                    .withQueryParams("limit", Integer.toString(PAGE), "after", after);
            turn.run();
            page = requests.list(route, absent).stream()
                    .sorted(Comparator.comparingLong(message -> message.getLong("id")))
                    .toList();
            all.addAll(page);
            after = page.isEmpty() ? after : page.getLast().getString("id");
        } while (page.size() == PAGE);
        return all;
    }
}
