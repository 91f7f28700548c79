package dev.parley.platform.slack.wire;

import java.util.Optional;
import java.util.Set;

/** The bot's tokens. May be asked from many threads at each call, so it answers from memory. */
public interface Tokens {

    /** What the one workspace is called where only one can be meant. */
    String ONLY = "";

    /** What Slack says of a token with which nothing can be done. */
    Set<String> UNKNOWN = Set.of(
            "account_inactive",
            "invalid_auth",
            "not_allowed_token_type",
            "not_authed",
            "team_access_not_granted",
            "token_expired",
            "token_revoked");

    /**
     * The token for a workspace; empty where the bot is not installed, or not any more.
     *
     * @param team the workspace's id; {@link #ONLY} where its id is not said
     */
    Optional<String> of(String team);

    /** The workspaces in which the bot is installed; {@link #ONLY} alone where there is one token. */
    Set<String> teams();

    /** Slack says that a workspace has removed the app or taken its token back. Throws where that cannot be carried out just now. */
    void revoked(String team);

    /** One token for the one workspace. It stays even where Slack says that it is revoked: only a person can replace it. */
    static Tokens single(String token) {
        return new Tokens() {
            @Override
            public Optional<String> of(String team) {
                return Optional.of(token);
            }

            @Override
            public Set<String> teams() {
                return Set.of(ONLY);
            }

            @Override
            public void revoked(String team) {}
        };
    }
}
