package dev.parley.platform.web;

import static java.util.Objects.requireNonNull;

import dev.parley.conversation.RoomId;
import dev.parley.platform.Caller;
import dev.parley.platform.Coaching;
import dev.parley.platform.Facilitator.Member;
import dev.parley.platform.Form;
import dev.parley.platform.Note;
import dev.parley.platform.Refused;
import dev.parley.web.Problem;
import dev.parley.web.Visit;
import dev.parley.web.WebServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The forms that open under what the facilitator says: in the room's page where it has a script, else on a page of their own. */
final class FormPages {
    private static final Logger LOG = LoggerFactory.getLogger(FormPages.class);
    private static final Pattern MEANING = Pattern.compile("[A-Za-z0-9.:~_-]{1,80}");
    private static final String FIELD = "field-";
    private static final int PATIENCE_SECONDS = 20;

    private final WebPlatform platform;
    private final RoomViews views;

    FormPages(WebServer server, WebPlatform platform, RoomViews views) {
        this.platform = platform;
        this.views = views;
        server.get("/room/{room}/form/{meaning}", this::show);
        server.post("/room/{room}/form", this::fill);
    }

    private Coaching coaching() {
        return platform.facilitator().coaching().orElseThrow(Problem::notFound);
    }

    private Member joined(Visit visit) {
        return RoomPages.member(platform, visit).orElseThrow(Problem::forbidden);
    }

    private static String meaning(String text) {
        if (!MEANING.matcher(text).matches()) {
            throw Problem.notFound();
        }
        return text;
    }

    private void show(Visit visit) {
        RoomId room = RoomPages.room(platform, visit);
        Form form = coaching()
                .form(joined(visit).account(), meaning(visit.path("meaning")))
                .orElseThrow(Problem::gone);
        show(visit, 200, room, form, null);
    }

    private void show(Visit visit, int status, RoomId room, Form form, @Nullable String trouble) {
        boolean page = !visit.byScript();
        String html = views.form(visit.token(), room, form, trouble, page);
        visit.html(status, page ? views.formPage(form, html) : html);
    }

    private void fill(Visit visit) {
        RoomId room = RoomPages.room(platform, visit);
        Member member = joined(visit);
        String meaning = meaning(visit.form("meaning"));
        Map<String, String> fields = new HashMap<>();
        visit.fields(FIELD).forEach((name, value) -> fields.put(name, value.replace("\r\n", "\n")));
        Caller by = new Caller(member.account(), member.name(), member.host());
        try {
            Note note = coaching()
                    .filled(by, meaning, fields)
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            platform.tell(member.account(), room, note);
            visit.redirect(RoomPages.address(room));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Refused refused) {
                again(visit, 422, room, meaning, fields, refused.why());
            } else {
                // Only the kind of trouble: its message could hold what was typed.
                LOG.warn(
                        "A form was not kept: {}",
                        requireNonNull(failed.getCause()).getClass());
                again(visit, 503, room, meaning, fields, notKept());
            }
        } catch (TimeoutException late) {
            again(visit, 503, room, meaning, fields, notKept());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            again(visit, 503, room, meaning, fields, notKept());
        }
    }

    private String notKept() {
        return views.voice().say(RoomPhrase.NOT_KEPT);
    }

    /** Nothing of what was typed is lost. */
    private void again(Visit visit, int status, RoomId room, String meaning, Map<String, String> fields, String why) {
        if (visit.byScript()) {
            visit.text(status, why);
            return;
        }
        Optional<Form> form = coaching().form(joined(visit).account(), meaning);
        form.ifPresentOrElse(
                one -> show(visit, status, room, one.with(fields), why),
                () -> visit.html(status, views.typed(room, why, String.join("\n\n", fields.values()))));
    }
}
