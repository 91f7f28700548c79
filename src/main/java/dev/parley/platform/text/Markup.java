package dev.parley.platform.text;

import dev.parley.platform.Moments;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;
import org.nibor.autolink.Span;

/** Turns words into HTML that is safe to show. */
public final class Markup {
    private static final String REL = "noopener nofollow ugc";
    private static final Parser MARKDOWN =
            Parser.builder().extensions(List.of(AutolinkExtension.create())).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>")
            .build();
    private static final LinkExtractor LINKS =
            LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL)).build();
    private static final Safelist SAFE =
            Safelist.basic().addEnforcedAttribute("a", "rel", REL).preserveRelativeLinks(true);

    private Markup() {}

    /** A person's plain text: escaped, its web links made links. Line breaks stay as they are and are kept by the style sheet. */
    public static String ofPerson(String text) {
        StringBuilder html = new StringBuilder(text.length() + 32);
        for (Span span : LINKS.extractSpans(text)) {
            String part = text.substring(span.getBeginIndex(), span.getEndIndex());
            if (span instanceof LinkSpan && isWeb(part)) {
                html.append("<a href=\"").append(escaped(part)).append("\" rel=\"" + REL + "\">");
                html.append(escaped(part)).append("</a>");
            } else {
                html.append(escaped(part));
            }
        }
        return html.toString();
    }

    private static boolean isWeb(String link) {
        String lower = link.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }

    /**
     * The facilitator's light Markdown.
     *
     * @param site against what links without a host are read
     */
    public static String ofFacilitator(String markdown, String site) {
        Document.OutputSettings settings = new Document.OutputSettings().prettyPrint(false);
        return Jsoup.clean(RENDERER.render(MARKDOWN.parse(Moments.inWords(markdown))), site, SAFE, settings);
    }

    /** Plain text for HTML, inside elements and inside quoted attributes. */
    public static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            switch (unit) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(unit);
            }
        }
        return html.toString();
    }
}
