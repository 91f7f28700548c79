package dev.parley.platform.discord.local;

import com.fasterxml.jackson.databind.JsonNode;

/** Looks at every event that we tell. */
interface EventJudge {
    void look(String type, JsonNode data);
}
