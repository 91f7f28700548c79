package dev.parley.recap.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.recap.Chat;
import dev.parley.recap.Recap;
import dev.parley.recap.format.AnswersDrawing.Mark;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AnswersPictureTest {

    private final Showing showing = Prompts.showing();
    private final Recap evening = Chat.evening().recap();

    @Test
    void isSharpAndSmall() throws Exception {
        byte[] png = png(evening);
        BufferedImage image = image(png);

        assertThat(png.length).isBetween(2_000, 200_000);
        assertThat(image.getWidth()).isEqualTo(2 * 472);
        assertThat(image.getHeight()).isBetween(2 * 150, 2 * 250); // two questions
        assertThat(png).isEqualTo(png(evening));
    }

    @Test
    void manyQuestionsStaySmall() throws Exception {
        Chat many = new Chat();
        for (int question = 1; question <= 40; question++) {
            many.minute(question).ask(question, "Why?");
            for (int answer = 0; answer <= question; answer++) {
                many.answer(question, "Ada", "A" + question + ": because of " + answer);
            }
        }
        byte[] png = png(many.recap());

        assertThat(png.length).isLessThan(200_000);
        assertThat(image(png).getHeight()).isGreaterThan(2 * 40 * 40);
    }

    @Test
    void thePaperIsTheSameInALightAndInADarkRoom() throws Exception {
        BufferedImage image = image(png(evening));

        assertThat(image.getColorModel().hasAlpha()).isFalse();
        for (int x : new int[] {0, image.getWidth() - 1}) {
            for (int y : new int[] {0, image.getHeight() - 1}) {
                assertThat(new Color(image.getRGB(x, y))).isEqualTo(PictureBrush.PAPER);
            }
        }
    }

    @Test
    void theBarsAreWhereTheyMustBe() throws Exception {
        for (Recap recap : List.of(evening, withoutTimes())) {
            BufferedImage image = image(png(recap));
            List<Mark.Bar> bars = new AnswersDrawing(recap, showing)
                    .marks().stream()
                            .filter(mark -> mark instanceof Mark.Bar)
                            .map(mark -> (Mark.Bar) mark)
                            .toList();

            assertThat(bars).hasSizeGreaterThanOrEqualTo(2);
            for (Mark.Bar bar : bars) {
                double middle = bar.x() + bar.width() / 2;
                Color inside = at(image, middle, bar.y() + bar.height() / 2);
                assertThat(inside).isEqualTo(bar.later() ? PictureBrush.PAPER : PictureBrush.BAR);
                assertThat(at(image, middle, bar.y() - 2)).isNotEqualTo(PictureBrush.BAR);
            }
        }
    }

    @Test
    void whatCameLaterIsAnOutline() throws Exception {
        BufferedImage image = image(png(evening));
        Mark.Bar later = new AnswersDrawing(evening, showing)
                .marks().stream()
                        .filter(mark -> mark instanceof Mark.Bar bar && bar.later())
                        .map(mark -> (Mark.Bar) mark)
                        .findFirst()
                        .orElseThrow();

        assertThat(at(image, later.x() + later.width() / 2, later.y())).isEqualTo(PictureBrush.BAR);
    }

    @Test
    void aQuestionWithoutAnswersHasNoBar() throws Exception {
        Recap recap = new Chat()
                .ask(1, "Why?")
                .minute(10)
                .ask(2, "And why not?")
                .answer(2, "Ada", "A2: because")
                .recap();
        BufferedImage image = image(png(recap));

        assertThat(colours(image, 0, 40)).doesNotContain(PictureBrush.BAR);
        assertThat(colours(image, 40, 80)).contains(PictureBrush.BAR);
    }

    @Test
    void itsWordsAreThere() throws Exception {
        Set<Color> title = colours(image(png(evening)), -PictureBrush.HEAD, 0);

        assertThat(title).hasSizeGreaterThan(4);
    }

    @Test
    void longWordsStayOnThePaper() throws Exception {
        Recap recap = evening;
        AnswersDrawing drawing = new AnswersDrawing(recap, showing);
        skipWithoutFonts();
        BufferedImage image = image(PictureBrush.png(drawing, "How it all came in ".repeat(20), "A line ".repeat(50)));

        for (int y = 0; y < image.getHeight(); y++) {
            assertThat(new Color(image.getRGB(image.getWidth() - 20, y))).isEqualTo(PictureBrush.PAPER);
        }
    }

    @Test
    void thereIsNoneWhereThereAreNoAnswers() throws Exception {
        assertThat(AnswersPicture.of(new Chat().ask(1, "Why?").recap(), showing))
                .isEmpty();
    }

    @Test
    void saysWhatItShows() {
        assertThat(AnswersPicture.description(evening, showing))
                .startsWith("How the answers came in. ")
                .contains("Q1: 8 answers, busiest around 20:06.");
    }

    @Test
    void isAFileAmongTheOthers(@TempDir Path folder) throws Exception {
        byte[] png = png(evening);
        RecapFiles.write(folder, evening, showing);
        assertThat(folder.resolve("answers.png")).hasBinaryContent(png);

        RecapFiles.write(folder, new Chat().recap(), showing);
        assertThat(folder.resolve("answers.png")).doesNotExist();
    }

    /** Without a single font Java2D throws, and it throws something else the second time than the first on some machines. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutFontsItSaysThatItCannotBeDrawn(@TempDir Path folder) throws Exception {
        Path nothing = Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig/>");
        ProcessBuilder process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Duser.home=" + folder,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WithoutFonts.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().put("FONTCONFIG_FILE", nothing.toString());
        Process drawing = process.start();
        String said = new String(drawing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(drawing.waitFor()).isZero();
        assertThat(said.lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("undrawable: Pictures cannot be drawn here"));
    }

    private Recap withoutTimes() {
        return new Recap(
                evening.title(),
                evening.hashtag(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                evening.parts(),
                evening.introductions(),
                evening.finals(),
                evening.side(),
                evening.newcomers(),
                evening.shared(),
                Optional.empty());
    }

    private byte[] png(Recap recap) throws Exception {
        skipWithoutFonts();
        return AnswersPicture.of(recap, showing).orElseThrow();
    }

    /** A laptop may lack fonts; where the whole suite must run there are some. */
    private void skipWithoutFonts() throws AnswersPicture.Undrawable {
        try {
            AnswersPicture.of(evening, showing);
        } catch (AnswersPicture.Undrawable trouble) {
            if (System.getenv("CI") != null) {
                throw trouble;
            }
            assumeTrue(false, trouble.getMessage());
        }
    }

    private static BufferedImage image(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** The colour at a place of the drawing. */
    private static Color at(BufferedImage image, double x, double y) {
        return new Color(image.getRGB(pixel(x), pixel(PictureBrush.HEAD + y)));
    }

    private static int pixel(double place) {
        return (int) (PictureBrush.DENSITY * (PictureBrush.EDGE + place));
    }

    /** All colours between two heights of the drawing. */
    private static Set<Color> colours(BufferedImage image, double from, double to) {
        Set<Color> colours = new HashSet<>();
        for (int y = pixel(PictureBrush.HEAD + from); y < pixel(PictureBrush.HEAD + to); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(new Color(image.getRGB(x, y)));
            }
        }
        return colours;
    }
}
