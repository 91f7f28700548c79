package dev.parley.evening;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.Account;
import dev.parley.platform.Order;
import dev.parley.platform.slack.local.Message;
import dev.parley.platform.slack.local.Person;
import dev.parley.platform.slack.local.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Somebody on Slack. */
record SlackSeat(Staffroom staffroom, Person person) implements Seat {

    /** What stands in a window until there is more to say. */
    private static final String WAITING = "One moment";

    @Override
    public Account account() {
        return staffroom.account(person);
    }

    @Override
    public String name() {
        return person.name();
    }

    @Override
    public Told orders(Order.Kind kind, String text) {
        return runs(kind.name().toLowerCase(Locale.ROOT) + " " + text);
    }

    /** Proposes a partnership to somebody else here. */
    Told proposes(SlackSeat other, String cycle) {
        return runs("partner @" + other.name() + " " + cycle);
    }

    private Told runs(String command) {
        return told(
                person.runs(staffroom.channel, "/parley coaching " + command).reply());
    }

    @Override
    public Told presses(Told on, String label) {
        if (on.shown() instanceof View view) {
            String before = view.shown();
            person.presses(view, view.button(label));
            return told(changed(view, before));
        }
        List<String> before = alone();
        person.pressesLabel((Message) on.shown(), label);
        await().until(() -> !alone().equals(before));
        List<Message> now = person.seesEphemerals();
        Message changed = now.size() > before.size()
                ? now.getLast()
                : now.stream()
                        .filter(one -> !before.contains(one.shown() + one.buttons()))
                        .findFirst()
                        .orElseThrow();
        return told(changed);
    }

    private List<String> alone() {
        return person.seesEphemerals().stream()
                .map(one -> one.shown() + one.buttons())
                .toList();
    }

    @Override
    public Told fills(Told on, String label, Map<String, String> fields) {
        View form = on.shown() instanceof View view
                ? person.presses(view, view.button(label)).modal()
                : person.pressesLabel((Message) on.shown(), label).modal();
        await().until(() -> !form.submit().isEmpty());
        String before = form.shown();
        person.submits(form, fields);
        return told(changed(form, before));
    }

    private static View changed(View view, String before) {
        await().until(() -> !view.shown().equals(before) && !view.shown().contains(WAITING));
        return view;
    }

    @Override
    public Object writes(String words) {
        return received(person.dm(words));
    }

    @Override
    public Object replies(Told to, String words) {
        return received(person.replies((Message) to.shown(), words));
    }

    private static Message received(Message message) {
        await().until(() -> message.reactions().containsKey("white_check_mark"));
        return message;
    }

    @Override
    public void edits(Object written, String words) {
        person.edits((Message) written, words);
    }

    @Override
    public void deletes(Object written) {
        person.deletes((Message) written);
    }

    @Override
    public List<Told> letters() {
        return person.privately().all().stream()
                .filter(message -> !message.author().equals(person))
                .map(SlackSeat::told)
                .toList();
    }

    @Override
    public List<String> inPublic() {
        return staffroom.channel.fromBot().stream().map(Message::shown).toList();
    }

    private static Told told(Message message) {
        return new Told(message.shown(), message.buttons(), message);
    }

    private static Told told(View view) {
        List<String> buttons = new ArrayList<>();
        buttons(view.blocks(), buttons);
        List<String> texts = new ArrayList<>(view.texts());
        Optional<Integer> first = buttons.isEmpty() ? Optional.empty() : Optional.of(texts.size() - buttons.size());
        return new Told(String.join("\n", texts.subList(0, first.orElse(texts.size()))), buttons, view);
    }

    private static void buttons(JsonNode node, List<String> into) {
        if (node.path("type").asText().equals("button")) {
            into.add(node.path("text").path("text").asText());
        }
        node.forEach(inner -> buttons(inner, into));
    }
}
