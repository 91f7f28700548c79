package dev.parley.recap.format;

import dev.parley.recap.Chat;

/** A process of its own that draws, to be started where there are no fonts. */
final class WithoutFonts {

    private WithoutFonts() {}

    public static void main(String[] arguments) {
        for (int times = 0; times < 2; times++) {
            try {
                AnswersPicture.of(Chat.evening().recap(), Prompts.showing());
                System.out.println("drawn");
            } catch (AnswersPicture.Undrawable trouble) {
                System.out.println("undrawable: " + trouble.getMessage());
            }
        }
    }
}
