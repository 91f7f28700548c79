package dev.parley.platform.slack;

import com.slack.api.model.Conversation;
import dev.parley.platform.Refused;
import dev.parley.platform.slack.wire.Rooms.Channel;
import dev.parley.platform.slack.wire.Self;
import dev.parley.platform.slack.wire.SlackPhrase;
import dev.parley.platform.slack.wire.WebApi;
import dev.parley.voice.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** What the bot may do: by the scopes of its token, and by where it has been invited. */
final class Rights {
    private final WebApi api;
    private final Voice voice;

    Rights(WebApi api, Voice voice) {
        this.api = api;
        this.voice = voice;
    }

    /** What is in the way in a channel, each as one sentence. Asks Slack anew: something may have been granted meanwhile. */
    List<String> troubles(Channel channel) {
        List<String> troubles = new ArrayList<>();
        try {
            Self self = api.asked(channel.team());
            troubles.addAll(lacking(self, SlackNeeds.everywhere()));
            troubles.addAll(inChannel(channel, self));
        } catch (Refused refused) {
            troubles.add(refused.why());
        }
        return troubles;
    }

    /** A token whose scopes Slack does not tell is believed to have them. */
    private List<String> lacking(Self self, SortedSet<String> needed) {
        if (self.scopes().isEmpty()) {
            return List.of();
        }
        return needed.stream()
                .filter(scope -> !self.scopes().contains(scope))
                .map(scope -> voice.say(SlackPhrase.SCOPE_LACKS, Map.of("scope", scope)))
                .toList();
    }

    private List<String> inChannel(Channel channel, Self self) {
        boolean sees = self.scopes().isEmpty()
                || SlackNeeds.inPublic().stream().anyMatch(self.scopes()::contains)
                || SlackNeeds.inPrivate().stream().anyMatch(self.scopes()::contains);
        if (!sees) {
            return lacking(self, SlackNeeds.inPublic());
        }
        Conversation described = api.read(
                        channel.team(), methods -> methods.conversationsInfo(request -> request.channel(channel.id())))
                .orElseThrow()
                .getChannel();
        List<String> troubles =
                new ArrayList<>(lacking(self, described.isPrivate() ? SlackNeeds.inPrivate() : SlackNeeds.inPublic()));
        if (described.isArchived()) {
            troubles.add(voice.say(SlackPhrase.ARCHIVED));
        } else if (!described.isMember()) {
            troubles.add(voice.say(SlackPhrase.NOT_IN_CHANNEL));
        }
        return troubles;
    }
}
