package dev.parley.platform.slack.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.local.Json;
import java.util.List;
import java.util.Map;

/** {@code users.*}, {@code team.*}, {@code auth.*} and {@code oauth.*}. */
final class PeopleMethods implements Method.Book {
    private final World world;

    PeopleMethods(World world) {
        this.world = world;
    }

    @Override
    public void addTo(Map<String, Method> methods) {
        methods.put("api.test", new Method("", Method.TIER_4, call -> Json.object()));
        methods.put("auth.test", new Method("", Method.OWN, this::whoAmI));
        methods.put("auth.revoke", new Method("", Method.TIER_3, this::revoke));
        methods.put("oauth.v2.access", new Method("", Method.TIER_4, this::exchange));
        methods.put("users.info", new Method("users:read", Method.TIER_4, this::user));
        methods.put("users.list", new Method("users:read", Method.TIER_2, this::users));
        methods.put("usergroups.users.list", new Method("usergroups:read", Method.TIER_2, this::group));
        methods.put("team.info", new Method("team:read", Method.TIER_3, this::team));
    }

    private ObjectNode whoAmI(Call call) {
        Workspace workspace = call.workspace();
        return Json.object()
                .put("url", workspace.address() + "/")
                .put("team", workspace.name)
                .put("user", workspace.bot.name)
                .put("team_id", workspace.id)
                .put("user_id", workspace.bot.id)
                .put("bot_id", workspace.botId)
                .put("is_enterprise_install", false);
    }

    private ObjectNode revoke(Call call) {
        boolean only = call.flag("test");
        if (!only) {
            call.workspace().revokesToken();
        }
        return Json.object().put("revoked", !only);
    }

    private ObjectNode exchange(Call call) {
        if (!world.clientId.equals(call.text("client_id"))) {
            throw new Refusal("invalid_client_id");
        }
        if (!world.clientSecret.equals(call.text("client_secret"))) {
            throw new Refusal("bad_client_secret");
        }
        World.Consent consent = world.consents.remove(call.needed("code"));
        if (consent == null) {
            throw new Refusal("invalid_code");
        }
        String redirect = call.text("redirect_uri");
        if (redirect != null && !redirect.equals(consent.redirect())) {
            throw new Refusal("bad_redirect_uri");
        }
        Workspace workspace =
                consent.workspace().scopes(consent.scopes().split(",")).install();
        ObjectNode answer = Json.object()
                .put("access_token", workspace.token)
                .put("token_type", "bot")
                .put("scope", String.join(",", workspace.scopes))
                .put("bot_user_id", workspace.bot.id)
                .put("app_id", world.appId)
                .putNull("enterprise")
                .put("is_enterprise_install", false);
        if (world.agreement == Agreement.FOR_THE_ORGANIZATION) {
            answer.put("is_enterprise_install", true).putNull("team");
            answer.putObject("enterprise").put("name", workspace.name).put("id", "E0123456789");
        } else {
            answer.putObject("team").put("name", workspace.name).put("id", workspace.id);
        }
        if (world.agreement == Agreement.FOR_A_WHILE) {
            answer.put("expires_in", 43_200).put("refresh_token", "xoxe-1-" + workspace.id);
        }
        answer.putObject("authed_user").put("id", consent.by().id);
        return answer;
    }

    private ObjectNode user(Call call) {
        ObjectNode answer = Json.object();
        answer.set("user", call.person("user").json());
        return answer;
    }

    private ObjectNode users(Call call) {
        ObjectNode answer = Json.object();
        ArrayNode members = answer.putArray("members");
        call.workspace().people.values().forEach(person -> members.add(person.json()));
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private ObjectNode group(Call call) {
        List<Person> some = call.workspace().groups.get(call.needed("usergroup"));
        if (some == null) {
            throw new Refusal("no_such_subteam");
        }
        ObjectNode answer = Json.object();
        ArrayNode users = answer.putArray("users");
        some.forEach(person -> users.add(person.id));
        return answer;
    }

    private ObjectNode team(Call call) {
        Workspace workspace = call.workspace();
        ObjectNode answer = Json.object();
        answer.putObject("team")
                .put("id", workspace.id)
                .put("name", workspace.name)
                .put("domain", workspace.domain())
                .put("url", workspace.address() + "/");
        return answer;
    }
}
