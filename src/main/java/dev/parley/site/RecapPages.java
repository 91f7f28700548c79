package dev.parley.site;

import dev.parley.conversation.ConversationId;
import dev.parley.recap.Recap;
import dev.parley.recap.format.AnswersChart;
import dev.parley.recap.format.RecapCsv;
import dev.parley.recap.format.RecapJson;
import dev.parley.recap.format.RecapMarkdown;
import dev.parley.recap.format.RecapPage;
import dev.parley.recap.format.Showing;
import dev.parley.web.Problem;
import dev.parley.web.Visit;
import dev.parley.web.WebServer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Recaps as pages and as files: {@code /recap/principles/2026-11-23}, with {@code .md}, {@code .json}, {@code .csv} or {@code .svg} behind it. */
public final class RecapPages {

    /** A recap brings its own style and nothing else. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String community;
    private final Function<ConversationId, Optional<Recap>> recaps;
    private final BiPredicate<Visit, ConversationId> mayRead;
    private final Showing showing;

    /**
     * Adds recaps to a server that has not started.
     *
     * @param recaps makes the recap of a chat as it stands; empty where there is none
     * @param mayRead whether a visitor may read the recap of a chat
     */
    public RecapPages(
            WebServer server,
            String community,
            Function<ConversationId, Optional<Recap>> recaps,
            BiPredicate<Visit, ConversationId> mayRead,
            Showing showing) {
        this.community = community;
        this.recaps = recaps;
        this.mayRead = mayRead;
        this.showing = showing;
        server.get("/recap/<chat>", this::show);
    }

    private void show(Visit visit) {
        String path = visit.path("chat");
        int dot = path.lastIndexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        ConversationId chat = new ConversationId(community, name);
        if (!mayRead.test(visit, chat)) {
            throw Problem.forbidden();
        }
        Recap recap = recaps.apply(chat).orElseThrow(Problem::notFound);
        switch (dot < 0 ? "" : path.substring(dot + 1)) {
            case "" -> {
                visit.answerHeader("Content-Security-Policy", POLICY);
                visit.html(200, RecapPage.of(recap, showing));
            }
            case "md" -> file(visit, "text/markdown; charset=utf-8", RecapMarkdown.of(recap, showing));
            case "json" -> file(visit, "application/json; charset=utf-8", RecapJson.of(recap));
            case "csv" -> file(visit, "text/csv; charset=utf-8", RecapCsv.of(recap, showing));
            case "svg" -> {
                visit.answerHeader("Content-Security-Policy", POLICY);
                file(visit, "image/svg+xml", AnswersChart.of(recap, showing));
            }
            default -> throw Problem.notFound();
        }
    }

    private static void file(Visit visit, String type, String text) {
        visit.bytes(type, text.getBytes(StandardCharsets.UTF_8));
    }
}
