package dev.parley.platform.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * A local server as a process of its own, told what to do by small requests: {@code POST /<verb>} with a JSON object, answered with JSON, on a port of
 * its own, so that it can be reached while the server is "off". Its first line on standard output says where everything is. {@link RemoteControl} is
 * the other end.
 */
public final class Control {

    /** Does what a verb says. */
    public interface Verbs {
        /** What came of it; anything thrown is answered with 400. */
        JsonNode carryOut(String verb, JsonNode body);
    }

    private Control() {}

    /**
     * Obeys until the process that started this one is gone; then closes the server and ends the process.
     *
     * @param where what to say about where the server is; the address of the control itself is added
     */
    public static void obey(Verbs verbs, ObjectNode where, Runnable close) {
        Wire control = new Wire(request -> answer(verbs, request), 0);
        control.on();
        System.out.println(where.put("control", "http://127.0.0.1:" + control.port() + "/"));
        stayUntilParentGoes();
        control.close();
        close.run();
        System.exit(0);
    }

    /** Standard input ends when whoever started us is gone. */
    private static void stayUntilParentGoes() {
        try {
            while (System.in.read() >= 0) {
                // nothing is said that way
            }
        } catch (IOException gone) {
            // the same
        }
    }

    private static Answer answer(Verbs verbs, Request request) {
        try {
            JsonNode body = request.body().length == 0 ? Json.object() : Json.read(request.body());
            return Answer.of(verbs.carryOut(request.path().substring(1), body));
        } catch (IOException | RuntimeException trouble) {
            return Answer.of(400, Json.object().put("trouble", String.valueOf(trouble)));
        }
    }
}
