package dev.parley.web;

import java.util.Optional;

/** Reads and writes the signed cookie, and the token that each form of a session carries. */
final class Sessions {
    private static final int LONGEST_COOKIE = 200;
    private final Signer signer;

    Sessions(byte[] secret) {
        this.signer = new Signer(secret);
    }

    Session fresh() {
        return of(Chance.words(16));
    }

    Session of(String account) {
        return new Session(account, Chance.words(9));
    }

    String cookie(Session session) {
        return session.text() + "." + signer.sign("session:" + session.text());
    }

    Optional<Session> read(String cookie) {
        if (cookie.length() > LONGEST_COOKIE) {
            return Optional.empty();
        }
        String[] parts = cookie.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        Session session = new Session(parts[0], parts[1]);
        return signer.signed("session:" + session.text(), parts[2]) ? Optional.of(session) : Optional.empty();
    }

    String token(Session session) {
        return signer.sign("form:" + session.text());
    }

    boolean owns(Session session, String token) {
        return signer.signed("form:" + session.text(), token);
    }
}
