package dev.parley.recap.format;

import dev.parley.recap.format.AnswersDrawing.Mark;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws with Java2D, which is known nowhere else. */
final class PictureBrush {

    /** Pixels for each unit: sharp on a phone and on a dense screen. */
    static final int DENSITY = 2;

    /** What stands above the drawing: its title. */
    static final int HEAD = 28;

    /** More than the page's, because a room shows the picture without a frame. */
    static final int EDGE = 2 * AnswersDrawing.EDGE;

    /** A little darker than the page's, so that it does not glare in a dark room. */
    static final Color PAPER = new Color(0xf5efe5);

    static final Color BAR = new Color(0xa3522f);
    private static final Color INK = new Color(0x2d2822);
    private static final Color SOFT = new Color(0x6d6358);
    private static final Color LINE = new Color(0xd3c7b6);

    /** Larger than the page's: a phone shows the picture at two thirds of its size. */
    private static final int LETTERS = 16;

    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, LETTERS);
    private static final Font BOLD = PLAIN.deriveFont(Font.BOLD);

    private final Graphics2D graphics;

    private PictureBrush(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /**
     * The drawing under its title, as PNG.
     *
     * @param note below it, where it marks when a question was put
     */
    static byte[] png(AnswersDrawing drawing, String title, String note) {
        boolean noted = drawing.marks().stream().anyMatch(mark -> mark instanceof Mark.Line line && line.put());
        int height = HEAD + drawing.height() + (noted ? AnswersDrawing.FOOT : 0);
        BufferedImage image = new BufferedImage(
                DENSITY * (AnswersDrawing.WIDTH + 2 * EDGE), DENSITY * (height + 2 * EDGE), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(PAPER);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(DENSITY, DENSITY);
            graphics.translate(EDGE, EDGE);
            new PictureBrush(graphics).draw(drawing, title, noted ? note : "", height);
        } finally {
            graphics.dispose();
        }
        return encoded(image);
    }

    private void draw(AnswersDrawing drawing, String title, String note, int height) {
        words(new Mark.Words(0, LETTERS, AnswersDrawing.Anchor.START, AnswersDrawing.WIDTH, true, title));
        words(new Mark.Words(0, height - 8, AnswersDrawing.Anchor.START, AnswersDrawing.WIDTH, false, note));
        graphics.translate(0, HEAD);
        for (Mark mark : drawing.marks()) {
            switch (mark) {
                case Mark.Bar bar -> bar(bar);
                case Mark.Line line -> line(line);
                case Mark.Words words -> words(words);
            }
        }
    }

    private void bar(Mark.Bar bar) {
        graphics.setColor(BAR);
        graphics.setStroke(new BasicStroke(1.5f));
        RoundRectangle2D shape = new RoundRectangle2D.Double(bar.x(), bar.y(), bar.width(), bar.height(), 3, 3);
        if (bar.later()) {
            graphics.draw(shape);
        } else {
            graphics.fill(shape);
        }
    }

    private void line(Mark.Line line) {
        graphics.setColor(line.put() ? SOFT : LINE);
        graphics.setStroke(
                line.put()
                        ? new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {2, 2}, 0)
                        : new BasicStroke(1));
        graphics.draw(new Line2D.Double(line.x(), line.y(), line.toX(), line.toY()));
    }

    private void words(Mark.Words words) {
        Font font = words.name() ? BOLD : PLAIN;
        double width = width(font, words.text());
        if (width > words.room()) {
            font = font.deriveFont((float) (LETTERS * words.room() / width));
            width = words.room();
        }
        double x = switch (words.anchor()) {
            case START -> words.x();
            case MIDDLE -> words.x() - width / 2;
            case END -> words.x() - width;
        };
        graphics.setFont(font);
        graphics.setColor(words.name() ? INK : SOFT);
        graphics.drawString(words.text(), (float) x, (float) words.y());
    }

    private double width(Font font, String text) {
        return font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
    }

    /** Without the file that ImageIO would use in between. */
    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("This JDK writes no PNG");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
