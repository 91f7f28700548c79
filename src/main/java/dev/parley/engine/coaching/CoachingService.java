package dev.parley.engine.coaching;

import dev.parley.coaching.notebook.Notebook;
import dev.parley.coaching.partnership.Partnership;
import dev.parley.coaching.programme.Programme;
import dev.parley.conversation.Ask;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Fact;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.PersonId;
import dev.parley.conversation.Story;
import dev.parley.conversation.Words;
import dev.parley.engine.Awaited;
import dev.parley.engine.Extension;
import dev.parley.engine.Ledger;
import dev.parley.engine.Step;
import dev.parley.engine.StoryKind;
import dev.parley.platform.Account;
import dev.parley.platform.Caller;
import dev.parley.platform.Choice;
import dev.parley.platform.Coaching;
import dev.parley.platform.Form;
import dev.parley.platform.Incoming;
import dev.parley.platform.Note;
import dev.parley.platform.Order;
import dev.parley.platform.Refused;
import dev.parley.store.Person;
import dev.parley.voice.Voice;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Coaching at work: what people order, press, fill in and say in private, and what they are told. */
public final class CoachingService implements Extension, Coaching {

    private final String community;
    private final CoachingPlan plan;
    private final Voice voice;
    private final Calendars calendars;
    private final Function<Account, Optional<URI>> entrance;
    private @Nullable Parts parts;

    /**
     * Coaching that has not begun.
     *
     * @param community whose it is
     * @param entrance a link to the private pages that works once and for this account alone; empty where there is no address to link to
     */
    public CoachingService(
            String community,
            CoachingPlan plan,
            Voice voice,
            Calendars calendars,
            Function<Account, Optional<URI>> entrance) {
        this.community = community;
        this.plan = plan;
        this.voice = voice;
        this.calendars = calendars;
        this.entrance = entrance;
    }

    private record Parts(
            Common common,
            Partnering partnering,
            Meetings meetings,
            Reflecting reflecting,
            Trying trying,
            Wins wins,
            Programmes programmes,
            Overview overview,
            Hearing hearing,
            Waking waking,
            CalendarRounds calendars,
            Rounds rounds,
            LetterTexts letters,
            Pages pages) {

        static Parts of(Common common, Calendars calendars) {
            Partnering partnering = new Partnering(common);
            Reflecting reflecting = new Reflecting(common);
            Waking waking = new Waking(common);
            Wins wins = new Wins(common);
            Trying trying = new Trying(common, waking, wins);
            CalendarRounds feeds = new CalendarRounds(common, calendars);
            Programmes programmes = new Programmes(common);
            Meetings meetings = new Meetings(common, partnering, feeds);
            LeadPages leads = new LeadPages(common, programmes);
            return new Parts(
                    common,
                    partnering,
                    meetings,
                    reflecting,
                    trying,
                    wins,
                    programmes,
                    new Overview(common, partnering, reflecting, wins),
                    new Hearing(common, trying),
                    waking,
                    feeds,
                    new Rounds(common),
                    new LetterTexts(common, partnering, reflecting, trying, meetings, leads),
                    new Pages(common, partnering, reflecting, trying, wins, programmes, leads, new Feeds(common)));
        }
    }

    @Override
    public void begin(Ledger ledger) {
        parts = Parts.of(new Common(community, ledger, plan, voice), calendars);
    }

    private Parts parts() {
        if (parts == null) {
            throw new IllegalStateException("Coaching has not begun");
        }
        return parts;
    }

    @Override
    public Map<String, StoryKind> kinds() {
        return Map.of(
                Partnership.KIND, kind(Partnership::new, id -> parts().waking().partnership(id)),
                Notebook.KIND, kind(Notebook::new, _ -> parts().waking().notebook()),
                Programme.KIND, kind(Programme::new, _ -> parts().waking().programme()));
    }

    private StoryKind kind(Function<ConversationId, Story> blank, Function<ConversationId, Ask> wake) {
        return new StoryKind() {
            @Override
            public Story blank(ConversationId id) {
                return blank.apply(id);
            }

            @Override
            public Ask wake(ConversationId id) {
                return wake.apply(id);
            }

            @Override
            public void woken(ConversationId id, List<Fact> facts) {
                parts().waking().woken(id, facts);
            }

            @Override
            public Optional<Note> write(ConversationId id, Effect.Letter letter) {
                return parts().letters().of(id, letter.person(), letter.letter());
            }
        };
    }

    @Override
    public void look() {
        parts().waking().open();
        parts().calendars().look();
    }

    @Override
    public List<Awaited> awaited(Instant since) {
        return parts().hearing().awaited(since);
    }

    @Override
    public List<Step> following(Story story, Fact fact, Words words) {
        return Crossing.following(story, fact, words);
    }

    @Override
    public List<Choice> closing(Optional<Instant> next) {
        Meaning.TryNext meaning = new Meaning.TryNext(next.orElse(Instant.EPOCH));
        return List.of(parts().common().other(meaning, CoachingPhrase.TRY_OFFER));
    }

    @Override
    public Coaching coaching() {
        return this;
    }

    /** What the private pages show. */
    public Journals journals() {
        return parts().pages();
    }

    /** Proposes what a lead has made up. */
    public Rounds rounds() {
        return parts().rounds();
    }

    @Override
    public CompletionStage<Note> order(Caller by, Order order) {
        return carefully(() -> {
            PersonId person = person(by);
            return switch (order.kind()) {
                case OVERVIEW -> said(parts().overview().of(person));
                case PARTNER -> parts().partnering().propose(person, order.with(), order.text());
                case MEET -> parts().meetings().meet(person, order.text());
                case REFLECT -> said(parts().reflecting().show(person));
                case GOAL -> said(parts().partnering().goals(person));
                case TRY -> parts().trying().attempt(person, order.text());
                case NEED -> parts().programmes().need(person, order.text());
                case CLOCK -> parts().trying().clock(person, order.text());
                case JOURNAL -> said(journal(by.account()));
                case LEAVE -> said(parts().partnering().leaving(person));
            };
        });
    }

    private PersonId person(Caller by) {
        return parts().common().ledger().known(by.account(), by.name()).id();
    }

    private Note journal(Account account) {
        return entrance.apply(account)
                .map(link -> parts().common().note(CoachingPhrase.JOURNAL, Map.of("link", "<" + link + ">")))
                .orElseGet(() -> parts().common().note(CoachingPhrase.JOURNAL_HERE));
    }

    @Override
    public CompletionStage<Note> pressed(Caller by, String meaning) {
        return carefully(() -> {
            PersonId person = person(by);
            return switch (meant(meaning)) {
                case Meaning.OfPartnership one -> parts().partnering().pressed(person, one);
                case Meaning.OfMeeting one -> parts().meetings().pressed(person, one);
                case Meaning.OfReflection one -> parts().reflecting().pressed(person, one);
                case Meaning.OfNotebook one -> parts().trying().pressed(person, one);
                case Meaning.OfWin one -> parts().wins().pressed(person, one);
                case Meaning.OfProgramme one -> parts().programmes().pressed(person, one);
            };
        });
    }

    private Meaning meant(String meaning) {
        return Meanings.of(meaning).orElseThrow(() -> parts().common().refused(CoachingPhrase.OUTDATED));
    }

    @Override
    public Optional<Form> form(Account by, String meaning) {
        try {
            Meaning meant = meant(meaning);
            if (meant instanceof Meaning.TryNext one) {
                return Optional.of(parts().trying().form(one));
            }
            return parts().common().ledger().behind(by).map(Person::id).flatMap(person -> form(person, meant));
        } catch (Refused _) {
            return Optional.empty();
        }
    }

    private Optional<Form> form(PersonId id, Meaning meaning) {
        return switch (meaning) {
            case Meaning.Invite one -> Optional.of(parts().partnering().inviteForm(one));
            case Meaning.ChangeGoal one -> Optional.of(parts().partnering().goalForm(id, one));
            case Meaning.Write one -> Optional.of(parts().reflecting().form(id, one));
            case Meaning.WriteOne one -> Optional.of(parts().reflecting().form(id, one));
            case Meaning.OfMeeting one -> parts().meetings().form(id, one);
            case Meaning.OfNotebook one -> parts().trying().form(id, one);
            case Meaning.OfWin one -> parts().wins().form(id, one);
            case Meaning.OfProgramme one -> parts().programmes().form(one);
            case Meaning.OfPartnership _, Meaning.OfReflection _ -> Optional.empty();
        };
    }

    @Override
    public CompletionStage<Note> filled(Caller by, String meaning, Map<String, String> fields) {
        return carefully(() -> {
            PersonId person = person(by);
            return switch (meant(meaning)) {
                case Meaning.Invite _ -> parts().partnering().invited(person, fields);
                case Meaning.ChangeGoal one -> parts().partnering().goalFilled(person, one, fields);
                case Meaning.Write one -> parts().reflecting().filled(person, one, fields);
                case Meaning.WriteOne one -> parts().reflecting().filled(person, one, fields);
                case Meaning.OfMeeting one -> parts().meetings().filled(person, one, fields);
                case Meaning.OfNotebook one -> parts().trying().filled(person, one, fields);
                case Meaning.OfWin one -> parts().wins().filled(person, one, fields);
                case Meaning.OfProgramme one -> parts().programmes().filled(person, one, fields);
                case Meaning.OfPartnership one -> parts().partnering().pressed(person, one);
                case Meaning.OfReflection one -> parts().reflecting().pressed(person, one);
            };
        });
    }

    /** What is refused at once is refused as what is refused later. */
    private static CompletionStage<Note> carefully(Supplier<CompletionStage<Note>> work) {
        try {
            return work.get();
        } catch (Refused refused) {
            return CompletableFuture.failedStage(refused);
        }
    }

    private static CompletionStage<Note> said(Note note) {
        return CompletableFuture.completedStage(note);
    }

    @Override
    public boolean asks(Account account, Instant said) {
        return parts().hearing().asks(account, said);
    }

    @Override
    public boolean wrote(Account to, MessageId message) {
        return parts().hearing().wrote(to, message);
    }

    @Override
    public CompletionStage<Optional<Note>> said(Incoming.Said said) {
        return parts().hearing().said(said);
    }

    @Override
    public CompletionStage<Boolean> unsaid(MessageId message) {
        return parts().hearing().unsaid(message);
    }

    @Override
    public CompletionStage<Void> planned(Account by, String id, Optional<Instant> start, Optional<Instant> end) {
        return parts().common()
                .ledger()
                .behind(by)
                .map(person -> parts().meetings().planned(person.id(), by.platform() + ":" + id, start, end))
                .orElseGet(() -> CompletableFuture.completedStage(null));
    }
}
