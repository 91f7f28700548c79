package dev.parley.platform.slack;

import dev.parley.platform.Account;
import dev.parley.platform.Outgoing;
import dev.parley.platform.Refused;
import dev.parley.platform.slack.Rooms.Person;
import dev.parley.platform.slack.wire.SlackPhrase;
import dev.parley.platform.slack.wire.WebApi;
import dev.parley.voice.Voice;

/** What is said to one person alone: in their direct messages, or not at all. */
final class Whispers {
    private final WebApi api;
    private final Voice voice;

    Whispers(WebApi api, Voice voice) {
        this.api = api;
        this.voice = voice;
    }

    void whisper(Account to, Outgoing words) {
        if (!to.platform().equals(Rooms.NAME)) {
            throw new Refused(voice.say(SlackPhrase.NOBODY_HERE));
        }
        Person person = Rooms.person(to);
        String channel = api.ask(
                        person.team(),
                        methods ->
                                methods.conversationsOpen(request -> request.users(java.util.List.of(person.user()))))
                .getChannel()
                .getId();
        api.ask(
                person.team(),
                methods -> methods.chatPostMessage(
                        request -> request.channel(channel).text(words.text())));
    }

    void forget(Account account) {}
}
