package dev.parley.engine.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.Account;
import dev.parley.platform.Coaching;
import dev.parley.platform.web.WebPlatform;
import dev.parley.recap.format.Showing;
import dev.parley.site.DeskPages;
import dev.parley.site.RecapPages;
import dev.parley.site.SitePages;
import dev.parley.site.coaching.CoachingPages;
import dev.parley.site.coaching.PrivateLinks;
import dev.parley.web.Client;
import dev.parley.web.OneTimeLinks;
import dev.parley.web.Rate;
import dev.parley.web.ServerSettings;
import dev.parley.web.WebServer;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What a scene's server sends to browsers, calendars and whoever takes a file along: byte by byte, with everything that no reader sees. */
final class Served implements AutoCloseable {

    /** Somebody who is not in. */
    static final int NOBODY = -1;

    /** Nothing is added to what is sent. */
    static final BiFunction<String, String, String> AS_IT_IS = (_, body) -> body;

    private static final int FORMS = 6;
    private static final Pattern FORM = Pattern.compile("/coaching/form/[^\"?]+");
    private static final Pattern FEED = Pattern.compile("/coaching/calendar/[^\"<\\s]+\\.ics");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Scene scene;
    private final WebServer server;
    private final PrivateLinks links;
    private final BiFunction<String, String, String> planted;
    private final Map<Integer, Client> inside = new HashMap<>();
    private final Set<String> feeds = new LinkedHashSet<>();
    private final Client stranger;
    private final Client host;

    /** @param planted is given what was asked for and what was sent, and gives what arrives */
    Served(Scene scene, Journals journals, Coaching coaching, BiFunction<String, String, String> planted) {
        this.scene = scene;
        this.planted = planted;
        InstantSource clock = scene.village::now;
        Rate wide = new Rate(1_000_000, 1_000_000);
        server = new WebServer(
                ServerSettings.loopback(new byte[32])
                        .within(new ServerSettings.Limits(64 * 1024, wide, wide, wide, wide, 1, 1)),
                clock);
        links = new PrivateLinks(new OneTimeLinks(clock));
        new CoachingPages(server, journals, coaching, links, Village.voice(), WebPlatform.NAME, clock);
        Account hosting = Village.account(Scene.accountOf(Scene.HOST));
        new DeskPages(
                server,
                scene.village.engine.desk(),
                browser -> browser.equals(hosts()) ? scene.village.engine.host(hosting) : Optional.empty(),
                Map.of(),
                Village.voice(),
                Village.ZONE,
                clock);
        new RecapPages(
                server,
                Village.COMMUNITY,
                scene.village.engine::recap,
                (_, _) -> true,
                new Showing(Village.voice(), Village.ZONE, Locale.ENGLISH));
        new SitePages(server, scene.village.engine::trouble);
        server.get("/", visit -> visit.text(200, visit.session().account()));
        server.start();
        stranger = new Client(server.address());
        host = new Client(server.address());
        host.get("/");
    }

    private String hosts() {
        String cookie = host.cookie();
        return cookie.substring(0, cookie.indexOf('.'));
    }

    /** What everybody is sent, and somebody who is not in. */
    List<Reach.Sight> all() {
        List<Reach.Sight> sights = new ArrayList<>();
        for (int reader = 0; reader < scene.people.size(); reader++) {
            sights.addAll(of(reader));
        }
        List<String> everything = new ArrayList<>(inside());
        everything.addAll(outside());
        for (String path : everything) {
            sight(sights, NOBODY, path, stranger);
            sight(sights, Scene.HOST, path, host);
        }
        feeds.forEach(feed -> sights.add(got(ownerOf(feed), "feed", stranger, feed)));
        return sights;
    }

    /** What one person is sent; who was erased comes by the session that they had. */
    List<Reach.Sight> of(int reader) {
        List<Reach.Sight> sights = new ArrayList<>();
        Client client = inside.computeIfAbsent(reader, this::comesIn);
        inside().forEach(path -> sight(sights, reader, path, client));
        Set<String> forms = new LinkedHashSet<>();
        sights.forEach(sight -> FORM.matcher(sight.text()).results().forEach(form -> forms.add(form.group())));
        forms.stream().limit(FORMS).forEach(form -> sight(sights, reader, form, client));
        sights.forEach(sight -> FEED.matcher(sight.text()).results().forEach(feed -> feeds.add(feed.group())));
        search(sights, reader, client);
        return sights;
    }

    private Client comesIn(int reader) {
        Client client = new Client(server.address());
        String link = links.make(Village.account(Scene.accountOf(reader)));
        client.page(link);
        client.post(link);
        return client;
    }

    private void search(List<Reach.Sight> sights, int reader, Client client) {
        client.page("/coaching/journal");
        HttpResponse<String> found = client.post("/coaching/journal", "words", "words");
        int who = found.statusCode() == 200 ? reader : NOBODY;
        sights.add(new Reach.Sight(who, "journal, searched", arrived("/coaching/journal", found), false));
    }

    /** The private pages. */
    private List<String> inside() {
        List<String> paths = new ArrayList<>(List.of(
                "/coaching",
                "/coaching/journal",
                "/coaching/journal.md",
                "/coaching/journal.json",
                "/coaching/shelf",
                "/coaching/lead"));
        scene.partnerships.forEach(id -> paths.add("/coaching/partnership/" + id));
        return paths;
    }

    /** The desk, the recap of the chat in all its forms, and both of what is no chat. */
    private List<String> outside() {
        List<String> paths = new ArrayList<>(List.of("/health", "/desk", "/desk/" + Talk.NAME));
        for (String ending : List.of("", ".md", ".json", ".csv", ".svg")) {
            paths.add("/recap/" + Talk.NAME + ending);
        }
        String partnership = "partnership:" + scene.partnerships.getFirst();
        String notebook = "notebook:" + scene.people.get(3).value();
        for (String story : List.of("programme:all", partnership, notebook)) {
            paths.addAll(List.of("/recap/" + story, "/recap/" + story + ".json", "/desk/" + story));
        }
        return paths;
    }

    private void sight(List<Reach.Sight> sights, int reader, String path, Client client) {
        String where = path.startsWith("/coaching/journal") ? "journal " + path : path;
        Reach.Sight sight = got(reader, where, client, path);
        sights.add(sight);
        if (path.equals("/coaching/lead") && sight.reader() == reader) {
            sights.add(new Reach.Sight(reader, "lead", figures(sight.text()), false));
        }
    }

    /** What is refused is as good as said to nobody. */
    private Reach.Sight got(int reader, String where, Client client, String path) {
        HttpResponse<String> answer = client.get(path);
        return new Reach.Sight(answer.statusCode() == 200 ? reader : NOBODY, where, arrived(path, answer), false);
    }

    private String arrived(String path, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(path).isLessThan(500);
        return planted.apply(path, answer.headers().map() + "\n" + answer.body());
    }

    /** Every number among a lead's figures, also where nobody sees it; but for years, which stand before their row. */
    private static String figures(String page) {
        StringBuilder figures = new StringBuilder();
        for (Element table : Jsoup.parse(page).select("section[aria-labelledby=figures] table")) {
            table.select("tbody th").forEach(Element::empty);
            Matcher number = NUMBER.matcher(table.outerHtml().replaceAll("</?t[hdr]\\b", ""));
            while (number.find()) {
                figures.append("partnerships=").append(number.group()).append('\n');
            }
        }
        return figures.toString();
    }

    private int ownerOf(String feed) {
        for (int person = 0; person < scene.people.size(); person++) {
            if (feed.contains(scene.people.get(person).value())) {
                return person;
            }
        }
        throw new AssertionError("a feed of nobody: " + feed);
    }

    /** What somebody who was erased is still let in to by what they had: their session, a link that was not used, the address of a feed. */
    List<String> openTo(int erased, String link) {
        Client client = inside.getOrDefault(erased, stranger);
        List<String> open = new ArrayList<>();
        for (String path : inside()) {
            if (client.get(path).statusCode() == 200) {
                open.add(path);
            }
        }
        Client late = new Client(server.address());
        late.page(link);
        if (late.post(link).statusCode() != 410 || late.get("/coaching").statusCode() == 200) {
            open.add(link);
        }
        feeds.stream()
                .filter(feed -> ownerOf(feed) == erased && stranger.get(feed).statusCode() == 200)
                .forEach(open::add);
        return open;
    }

    /** A way in for somebody that works once. */
    String link(int person) {
        return links.make(Village.account(Scene.accountOf(person)));
    }

    /** The addresses of feeds that somebody was shown. */
    List<String> feeds(int person) {
        return feeds.stream().filter(feed -> ownerOf(feed) == person).toList();
    }

    /** What a page says, without what is another each time it is asked for. */
    String plain(Reach.Sight sight) {
        return sight.text()
                .substring(sight.text().indexOf('\n'))
                .replace(server.address().toString(), "")
                .replaceAll("(?<=name=\"token\" value=\")[^\"]*", "")
                .replaceAll(FEED.pattern(), "a feed");
    }

    @Override
    public void close() {
        server.close();
    }
}
