package dev.parley.store;

import dev.parley.coaching.notebook.NotebookEvent;
import dev.parley.coaching.notebook.NotebookLetter;
import dev.parley.coaching.partnership.PartnershipEvent;
import dev.parley.coaching.partnership.PartnershipLetter;
import dev.parley.coaching.programme.ProgrammeEvent;
import dev.parley.coaching.programme.ProgrammeLetter;
import dev.parley.coaching.programme.Theme;

/** The stored names of what happens in coaching and of what its letters say. */
final class CoachingNames {

    static final Names<PartnershipEvent> PARTNERSHIP = new Names<>(PartnershipEvent.class)
            .with(PartnershipEvent.Formed.class, "partnership-formed")
            .with(PartnershipEvent.Agreed.class, "partnership-agreed")
            .with(PartnershipEvent.Declined.class, "partnership-declined")
            .with(PartnershipEvent.Begun.class, "partnership-begun")
            .with(PartnershipEvent.Left.class, "partnership-left")
            .with(PartnershipEvent.Ended.class, "partnership-ended")
            .with(PartnershipEvent.GoalSaid.class, "partnership-goal-said")
            .with(PartnershipEvent.GoalDropped.class, "partnership-goal-dropped")
            .with(PartnershipEvent.StageReached.class, "partnership-stage-reached")
            .with(PartnershipEvent.MeetingSet.class, "partnership-meeting-set")
            .with(PartnershipEvent.CalendarGiven.class, "partnership-calendar-given")
            .with(PartnershipEvent.CalendarDropped.class, "partnership-calendar-dropped")
            .with(PartnershipEvent.MeetingMoved.class, "partnership-meeting-moved")
            .with(PartnershipEvent.MeetingSetAnew.class, "partnership-meeting-set-anew")
            .with(PartnershipEvent.MeetingCancelled.class, "partnership-meeting-cancelled")
            .with(PartnershipEvent.Overruled.class, "partnership-overruled")
            .with(PartnershipEvent.Prepared.class, "partnership-prepared")
            .with(PartnershipEvent.Asked.class, "partnership-asked")
            .with(PartnershipEvent.Put.class, "partnership-put")
            .with(PartnershipEvent.Answered.class, "partnership-answered")
            .with(PartnershipEvent.Unanswered.class, "partnership-unanswered")
            .with(PartnershipEvent.Skipped.class, "partnership-skipped")
            .with(PartnershipEvent.Snoozed.class, "partnership-snoozed")
            .with(PartnershipEvent.Nudged.class, "partnership-nudged")
            .with(PartnershipEvent.Reflected.class, "partnership-reflected")
            .with(PartnershipEvent.Withdrawn.class, "partnership-withdrawn")
            .with(PartnershipEvent.Waited.class, "partnership-waited")
            .with(PartnershipEvent.Told.class, "partnership-told")
            .with(PartnershipEvent.Stopped.class, "partnership-stopped")
            .with(PartnershipEvent.Resumed.class, "partnership-resumed")
            .with(PartnershipEvent.Chosen.class, "partnership-chosen")
            .with(PartnershipEvent.TakenBack.class, "partnership-taken-back")
            .with(PartnershipEvent.Tagged.class, "partnership-tagged")
            .with(PartnershipEvent.Untagged.class, "partnership-untagged")
            .with(PartnershipEvent.Standing.class, "partnership-standing")
            .with(PartnershipEvent.Lapsed.class, "partnership-lapsed")
            .with(PartnershipEvent.Forgotten.class, "partnership-forgotten")
            .complete();

    static final Names<NotebookEvent> NOTEBOOK = new Names<>(NotebookEvent.class)
            .with(NotebookEvent.Settled.class, "notebook-settled")
            .with(NotebookEvent.Committed.class, "notebook-committed")
            .with(NotebookEvent.Met.class, "notebook-met")
            .with(NotebookEvent.AskedHow.class, "notebook-asked-how")
            .with(NotebookEvent.ToldHow.class, "notebook-told-how")
            .with(NotebookEvent.TellingDropped.class, "notebook-telling-dropped")
            .with(NotebookEvent.LetGo.class, "notebook-let-go")
            .with(NotebookEvent.Placed.class, "notebook-placed")
            .with(NotebookEvent.PlacementDropped.class, "notebook-placement-dropped")
            .with(NotebookEvent.Noted.class, "notebook-noted")
            .with(NotebookEvent.NoteDropped.class, "notebook-note-dropped")
            .with(NotebookEvent.FeedOpened.class, "notebook-feed-opened")
            .with(NotebookEvent.FeedClosed.class, "notebook-feed-closed")
            .with(NotebookEvent.EventAsked.class, "notebook-event-asked")
            .with(NotebookEvent.Waiting.class, "notebook-waiting")
            .with(NotebookEvent.Standing.class, "notebook-standing")
            .with(NotebookEvent.Lapsed.class, "notebook-lapsed")
            .with(NotebookEvent.Forgotten.class, "notebook-forgotten")
            .complete();

    static final Names<ProgrammeEvent> PROGRAMME = new Names<>(ProgrammeEvent.class)
            .with(ProgrammeEvent.Opened.class, "programme-opened")
            .with(ProgrammeEvent.Needed.class, "programme-needed")
            .with(ProgrammeEvent.NeedMet.class, "programme-need-met")
            .with(ProgrammeEvent.NeedTakenBack.class, "programme-need-taken-back")
            .with(ProgrammeEvent.Shelved.class, "programme-shelved")
            .with(ProgrammeEvent.Unshelved.class, "programme-unshelved")
            .with(ProgrammeEvent.WinOffered.class, "programme-win-offered")
            .with(ProgrammeEvent.WinTakenBack.class, "programme-win-taken-back")
            .with(ProgrammeEvent.WinSaid.class, "programme-win-said")
            .with(ProgrammeEvent.WinReturned.class, "programme-win-returned")
            .with(ProgrammeEvent.Frozen.class, "programme-frozen")
            .with(ProgrammeEvent.LeadAsked.class, "programme-lead-asked")
            .with(ProgrammeEvent.NeedTold.class, "programme-need-told")
            .with(ProgrammeEvent.LeadsWaited.class, "programme-leads-waited")
            .with(ProgrammeEvent.LeadsTold.class, "programme-leads-told")
            .with(ProgrammeEvent.Standing.class, "programme-standing")
            .with(ProgrammeEvent.Lapsed.class, "programme-lapsed")
            .with(ProgrammeEvent.Forgotten.class, "programme-forgotten")
            .complete();

    static final Names<PartnershipLetter> PARTNERSHIP_LETTERS = new Names<>(PartnershipLetter.class)
            .with(PartnershipLetter.Invitation.class, "partnership-invitation")
            .with(PartnershipLetter.Beginning.class, "partnership-beginning")
            .with(PartnershipLetter.Asking.class, "partnership-asking")
            .with(PartnershipLetter.Nudge.class, "partnership-nudge")
            .with(PartnershipLetter.Thanks.class, "partnership-thanks")
            .with(PartnershipLetter.Opening.class, "partnership-opening")
            .with(PartnershipLetter.Farewell.class, "partnership-farewell")
            .complete();

    static final Names<NotebookLetter> NOTEBOOK_LETTERS = new Names<>(NotebookLetter.class)
            .with(NotebookLetter.HowDidItGo.class, "notebook-how-did-it-go")
            .with(NotebookLetter.IsItAMeeting.class, "notebook-is-it-a-meeting")
            .complete();

    static final Names<ProgrammeLetter> PROGRAMME_LETTERS = new Names<>(ProgrammeLetter.class)
            .with(ProgrammeLetter.NeedHeard.class, "programme-need-heard")
            .with(ProgrammeLetter.LeadAsking.class, "programme-lead-asking")
            .complete();

    static final Names<Theme> THEMES = new Names<>(Theme.class)
            .with(Theme.OfPrinciple.class, "principle")
            .with(Theme.OfDomain.class, "domain")
            .complete();

    private CoachingNames() {}
}
