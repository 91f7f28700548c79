package dev.parley.platform.talk;

/**
 * How much a platform shows, in UTF-16 units and in numbers.
 *
 * @param button the longest label of a button
 * @param option the longest label of an option
 * @param placeholder the longest words in a menu before something is picked
 * @param title the longest title of a dialog
 * @param field the longest words over the field of a dialog
 * @param typed the longest text in a field of a dialog
 * @param buttons how many stand in a row
 * @param choices how many of those choices stand in a row of which there are ten at most
 * @param options how many a menu has
 * @param menus how many can stand under one message beside a row of buttons
 */
public record Limits(
        int button,
        int option,
        int placeholder,
        int title,
        int field,
        int typed,
        int buttons,
        int choices,
        int options,
        int menus) {}
