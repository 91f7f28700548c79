package dev.parley.engine.coaching;

import dev.parley.coaching.Look;
import dev.parley.coaching.partnership.Circle;
import dev.parley.coaching.programme.NeedKind;
import dev.parley.conversation.PersonId;
import java.time.Duration;
import java.time.Instant;

/** What a choice means that somebody was given. */
sealed interface Meaning {

    /** About partnerships: their beginning and end, what people want in them. */
    sealed interface OfPartnership extends Meaning {}

    /** About meetings. */
    sealed interface OfMeeting extends Meaning {}

    /** About what somebody was asked after a meeting. */
    sealed interface OfReflection extends Meaning {}

    /** About a person's own notebook. */
    sealed interface OfNotebook extends Meaning {}

    /** About what somebody tried and would have said in the next chat's opening. */
    sealed interface OfWin extends Meaning {}

    /** About the whole programme. */
    sealed interface OfProgramme extends Meaning {}

    /** Opens a form, and is done when that is filled in. */
    interface OpensForm {}

    /** A form: the name of somebody to work with. */
    record Invite() implements OfPartnership, OpensForm {}

    /** Proposes a partnership; asks first which part is one's own where they differ. */
    record Propose(PersonId with, String cycle) implements OfPartnership {}

    /** Proposes one in which this part is one's own. */
    record ProposeAs(PersonId with, String cycle, String part) implements OfPartnership {}

    record Agree(String partnership) implements OfPartnership {}

    record Decline(String partnership) implements OfPartnership {}

    record Leave(String partnership) implements OfPartnership {}

    /** Shows the goal. */
    record Goal(String partnership) implements OfPartnership {}

    /** A form: changes the goal. */
    record ChangeGoal(String partnership) implements OfPartnership, OpensForm {}

    record Reach(String partnership, String stage) implements OfPartnership {}

    /** The cycle is done. */
    record Finish(String partnership) implements OfPartnership {}

    record Stop(String partnership) implements OfPartnership {}

    record Resume(String partnership) implements OfPartnership {}

    /** A form: sets a meeting. */
    record Meet(String partnership) implements OfMeeting, OpensForm {}

    /** Keeps what was read back. */
    record KeepMeeting(String partnership, Instant start, Instant end) implements OfMeeting {}

    /** This was meant, of several times; with whom is still open. */
    record ThisTime(Instant start, Instant end) implements OfMeeting {}

    /**
     * A form: says another time for what was read back.
     *
     * @param partnership empty where it is still open with whom
     */
    record Reword(String partnership, Instant start, Instant end) implements OfMeeting, OpensForm {}

    /** A form: moves a meeting. */
    record Move(String partnership, String meeting) implements OfMeeting, OpensForm {}

    /** Moves it to what was read back. */
    record MoveTo(String partnership, String meeting, Instant start, Instant end) implements OfMeeting {}

    record CallOff(String partnership, String meeting) implements OfMeeting {}

    /** A platform's own event is a meeting. */
    record KeepEvent(String partnership, String event, Instant start, Instant end) implements OfMeeting {}

    /** It is none. */
    record NoEvent() implements OfMeeting {}

    /** A form: the address of the calendar that meetings come from. */
    record Calendar(String partnership) implements OfMeeting, OpensForm {}

    record NoCalendar(String partnership) implements OfMeeting {}

    record Skip(String partnership, String meeting, Look look) implements OfReflection {}

    /** Asks how much later. */
    record Later(String partnership, String meeting) implements OfReflection {}

    record After(String partnership, String meeting, Duration time) implements OfReflection {}

    record LetBe(String partnership, String meeting) implements OfReflection {}

    /** A form: all questions of a meeting. */
    record Write(String partnership, String meeting) implements OfReflection, OpensForm {}

    /** A form: one question of a meeting. */
    record WriteOne(String partnership, String meeting, Look look) implements OfReflection, OpensForm {}

    record Unwrite(String partnership, String meeting, Look look) implements OfReflection {}

    record Share(String partnership, String meeting, Look look, Circle circle) implements OfReflection {}

    record TakeBack(String partnership, String meeting, Look look, Circle circle) implements OfReflection {}

    record Label(String partnership, String meeting, Look look, String framework, String domain)
            implements OfReflection {}

    record Unlabel(String partnership, String meeting, Look look, String framework, String domain)
            implements OfReflection {}

    /** A form: something to try. */
    record Try() implements OfNotebook, OpensForm {}

    /**
     * A form: something to try, at a chat's close.
     *
     * @param next when its series meets next; long past where that is not known
     */
    record TryNext(Instant next) implements OfNotebook, OpensForm {}

    /** A form: how it went. */
    record TellHow(String commitment) implements OfNotebook, OpensForm {}

    record LetGo(String commitment) implements OfNotebook {}

    /** A form: zone and quiet hours. */
    record Clock() implements OfNotebook, OpensForm {}

    record Place(String framework, String domain, String step) implements OfNotebook {}

    record Unplace(String placement) implements OfNotebook {}

    /** Makes one's own calendar feed, or another in its place. */
    record OpenFeed() implements OfNotebook {}

    record CloseFeed() implements OfNotebook {}

    /** A form: something to write down. */
    record WriteNote() implements OfNotebook, OpensForm {}

    record DropNote(String note) implements OfNotebook {}

    /** A form: the words that others are to read of what was tried. */
    record SayWin(String commitment) implements OfWin, OpensForm {}

    record TakeWinBack(String commitment) implements OfWin {}

    /** A form: something that is needed. */
    record SendNeed(NeedKind kind) implements OfProgramme, OpensForm {}

    record TakeNeedBack(String need) implements OfProgramme {}

    record NeedMet(String need) implements OfProgramme {}

    /** A form: something for the shelf. */
    record Shelve(String framework, String domain) implements OfProgramme, OpensForm {}

    record Unshelve(String exemplar) implements OfProgramme {}
}
