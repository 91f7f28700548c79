package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.Map;

/** {@code views.*}. */
final class ViewMethods implements Method.Book {
    private static final int MOST_STACKED = 3;
    private final World world;

    ViewMethods(World world) {
        this.world = world;
    }

    @Override
    public void addTo(Map<String, Method> methods) {
        methods.put("views.open", new Method("", Method.TIER_4, this::open));
        methods.put("views.push", new Method("", Method.TIER_4, this::push));
        methods.put("views.update", new Method("", Method.TIER_4, this::update));
        methods.put("views.publish", new Method("", Method.TIER_4, this::publish));
    }

    private static ObjectNode shape(Call call, String type) {
        JsonNode view = call.json("view");
        Blocks.mustBeView(view);
        if (!view.path("type").asText().equals(type)) {
            throw Refusal.arguments("must be a " + type + " [json-pointer:/view/type]");
        }
        return (ObjectNode) view;
    }

    private Interaction trigger(Call call) {
        Interaction interaction = world.triggers.get(call.needed("trigger_id"));
        if (interaction == null) {
            throw new Refusal("invalid_trigger_id");
        }
        if (interaction.triggerHasExpired()) {
            world.violations.add("a modal for a trigger that is older than three seconds");
            throw new Refusal("expired_trigger_id");
        }
        if (interaction.triggerUsed) {
            throw new Refusal("exchanged_trigger_id");
        }
        interaction.triggerUsed = true;
        return interaction;
    }

    private ObjectNode open(Call call) {
        ObjectNode shape = shape(call, "modal");
        Interaction interaction = trigger(call);
        interaction.opened = world.interactions.open(interaction.person, shape, null);
        return answer(interaction.opened);
    }

    private ObjectNode push(Call call) {
        ObjectNode shape = shape(call, "modal");
        Interaction interaction = trigger(call);
        Person person = interaction.person;
        if (person.modals.isEmpty()) {
            throw new Refusal("not_found");
        }
        if (person.modals.size() >= MOST_STACKED) {
            throw new Refusal("push_limit_reached");
        }
        interaction.opened = world.interactions.open(person, shape, person.modals.peek());
        return answer(interaction.opened);
    }

    private ObjectNode update(Call call) {
        ObjectNode shape = shape(call, "modal");
        View view = call.text("view_id") == null
                ? byExternalId(call)
                : call.workspace().views.get(call.text("view_id"));
        if (view == null || !view.open) {
            throw new Refusal("not_found");
        }
        mustBeUnchanged(call, view);
        view.becomes(shape);
        world.notifyAll();
        return answer(view);
    }

    private static View byExternalId(Call call) {
        String external = call.needed("external_id");
        return call.workspace().views.values().stream()
                .filter(view -> view.shape.path("external_id").asText().equals(external))
                .findFirst()
                .orElseThrow(() -> new Refusal("not_found"));
    }

    private static void mustBeUnchanged(Call call, View view) {
        String hash = call.text("hash");
        if (hash != null && !hash.equals(view.hash)) {
            throw new Refusal("hash_conflict");
        }
    }

    private ObjectNode publish(Call call) {
        ObjectNode shape = shape(call, "home");
        Person person = call.person("user_id");
        View home = person.home;
        if (home == null) {
            home = new View(person, shape, null);
            person.home = home;
        } else {
            mustBeUnchanged(call, home);
            home.becomes(shape);
        }
        world.notifyAll();
        return answer(home);
    }

    private static ObjectNode answer(View view) {
        ObjectNode answer = Json.object();
        answer.set("view", view.json());
        return answer;
    }
}
