package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;

/** Looks at every body that a client sends. The template is the path with {@code {}} for each id. */
interface RequestJudge {
    void look(String method, String template, JsonNode body);
}
