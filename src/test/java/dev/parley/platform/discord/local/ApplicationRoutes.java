package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Answer;
import dev.parley.platform.local.Json;

/** The gateway's address, the application itself, and its commands. */
final class ApplicationRoutes {
    private final World world;

    ApplicationRoutes(World world) {
        this.world = world;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/gateway", call -> Answer.of(Json.object().put("url", world.gateway.address)));
        routes.on("GET", "/gateway/bot", this::gateway);
        routes.on("GET", "/applications/@me", call -> Answer.of(application()));
        routes.on("GET", "/oauth2/applications/@me", call -> Answer.of(application()));
        for (String base : new String[] {"/applications/{}/commands", "/applications/{}/guilds/{}/commands"}) {
            routes.on(
                    "GET",
                    base,
                    call -> Answer.of(commands(call).json(call.query().containsKey("with_localizations"))));
            routes.on("PUT", base, this::replace);
            routes.on("POST", base, this::add);
            routes.on(
                    "GET",
                    base + "/{}",
                    call -> Answer.of(commands(call).known(call.id(call.parts().size() - 1))));
            routes.on("PATCH", base + "/{}", this::change);
            routes.on("DELETE", base + "/{}", this::remove);
        }
    }

    private Answer gateway(RestCall call) {
        ObjectNode gateway = Json.object().put("url", world.gateway.address).put("shards", 1);
        gateway.putObject("session_start_limit")
                .put("total", 1000)
                .put("remaining", Math.max(0, 1000 - world.gateway.identifies()))
                .put("reset_after", 86_400_000)
                .put("max_concurrency", 1);
        return Answer.of(gateway);
    }

    private ObjectNode application() {
        String id = Long.toString(world.bot.id);
        ObjectNode application = Json.object()
                .put("id", id)
                .put("name", world.bot.name)
                .putNull("icon")
                .put("description", "")
                .put("summary", "")
                .putNull("type")
                .put("bot_public", true)
                .put("bot_require_code_grant", false)
                .put("verify_key", "0".repeat(64))
                .put("flags", world.gateway.applicationFlags())
                .put("flags_new", Integer.toString(world.gateway.applicationFlags()))
                .put("approximate_guild_count", world.guilds.size())
                .put("approximate_user_install_count", 0)
                .putNull("team");
        application.putArray("rpc_origins");
        application.putArray("tags");
        application.putArray("redirect_uris");
        application.set("bot", world.bot.json());
        application.set("owner", world.operator().json());
        return application;
    }

    private Commands commands(RestCall call) {
        if (call.id(0) != world.bot.id) {
            throw new Refusal(403, 20012, "You are not authorized to perform this action on this application");
        }
        boolean global = call.route().startsWith("/applications/{}/commands");
        if (global) {
            return world.interactions.global;
        }
        Guild guild = world.guilds.get(call.id(1));
        if (guild == null || !guild.hasBot() || !guild.commandsAllowed) {
            throw Refusal.missingAccess();
        }
        return world.interactions.of(guild);
    }

    private Answer replace(RestCall call) {
        Commands commands = commands(call);
        commands.replace((ArrayNode) call.body());
        return Answer.of(commands.json(true));
    }

    private Answer add(RestCall call) {
        return Answer.of(201, commands(call).put(call.body()));
    }

    private Answer change(RestCall call) {
        Commands commands = commands(call);
        JsonNode before = commands.known(call.id(call.parts().size() - 1));
        ObjectNode changed = before.deepCopy();
        changed.setAll((ObjectNode) call.body());
        return Answer.of(commands.put(changed));
    }

    private Answer remove(RestCall call) {
        commands(call).remove(call.id(call.parts().size() - 1));
        return Answer.done();
    }
}
