// Writes JSON schemas into a folder: events.json, of every event that our local Slack tells, an object with one property per type
// ("reaction_added") or type and subtype ("message/message_changed"); manifest.json, of an app's manifest.
import { writeFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createGenerator } from "ts-json-schema-generator";

const [folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const generator = createGenerator({
  path: fileURLToPath(new URL("events.ts", import.meta.url)),
  tsconfig: fileURLToPath(new URL("tsconfig.json", import.meta.url)),
  type: "Events",
  skipTypeCheck: true,
  additionalProperties: false,
  jsDoc: "none",
});
const { definitions } = generator.createSchema("Events");

/** What Slack tells as well, though the types do not say so. */
const also = (name, properties) => Object.assign(definitions[name].properties, properties);
/** What the types promise and Slack does not keep. */
const seldom = (name, ...keys) => (definitions[name].required = definitions[name].required.filter((key) => !keys.includes(key)));

const inThread = { reply_count: {}, reply_users_count: {}, latest_reply: {}, reply_users: {}, is_locked: {}, subscribed: {} };
const happened = { reactions: {}, pinned_to: {}, edited: {}, permalink: {} };
const byApp = { app_id: {}, bot_id: {}, bot_profile: {}, metadata: {} };
for (const name of ["GenericMessageEvent", "FileShareMessageEvent", "ThreadBroadcastMessageEvent", "BotMessageEvent", "MeMessageEvent", "ChannelJoinMessageEvent"]) {
  also(name, { ...inThread, ...happened, ...byApp });
}
also("AppMentionEvent", { reactions: {}, pinned_to: {} });
also("MessageAttachment", { from_url: {}, service_name: {}, id: {} });
also("AppUninstalledEvent", { event_ts: { type: "string" } });
also("TokensRevokedEvent", { event_ts: { type: "string" } });
seldom("ThreadBroadcastMessageEvent", "client_msg_id");
seldom("ChannelJoinMessageEvent", "team", "inviter");
const each = (node, change) => {
  if (node === null || typeof node !== "object") return;
  change(node);
  Object.values(node).forEach((inner) => each(inner, change));
};
each(definitions, ({ properties }) => {
  if (properties?.public_url_shared) Object.assign(properties, { timestamp: {}, ims: {} });
  if (properties?.pinned_to && properties?.permalink) Object.assign(properties, { subtype: {} }, inThread, happened, byApp);
});

// A message within another does not say where it is, and one that was deleted while it had replies leaves a stone.
const inner = ["GenericMessageEvent", "FileShareMessageEvent", "ThreadBroadcastMessageEvent", "BotMessageEvent", "MeMessageEvent", "ChannelJoinMessageEvent"];
for (const name of inner) {
  const nested = structuredClone(definitions[name]);
  nested.required = nested.required.filter((key) => !["channel", "channel_type", "event_ts", "root"].includes(key));
  definitions[`Nested${name}`] = nested;
}
const stone = structuredClone(definitions.NestedGenericMessageEvent);
stone.properties.subtype = { const: "tombstone" };
definitions.Tombstone = stone;
definitions.Nested = { anyOf: [...inner.map((name) => ({ $ref: `#/definitions/Nested${name}` })), { $ref: "#/definitions/Tombstone" }] };
for (const [name, ...keys] of [["MessageChangedEvent", "message", "previous_message"], ["MessageDeletedEvent", "previous_message"], ["ThreadBroadcastMessageEvent", "root"], ["NestedThreadBroadcastMessageEvent", "root"]]) {
  for (const key of keys) definitions[name].properties[key] = { $ref: "#/definitions/Nested" };
}

writeFileSync(`${folder}/events.json`, JSON.stringify({ $ref: "#/definitions/Events", definitions }));

const manifests = createGenerator({
  path: fileURLToPath(new URL("manifest.ts", import.meta.url)),
  tsconfig: fileURLToPath(new URL("tsconfig.json", import.meta.url)),
  type: "AppManifest",
  skipTypeCheck: true,
  additionalProperties: false,
  jsDoc: "none",
});
const manifest = manifests.createSchema("AppManifest");
// The published type lets anything stand at the top.
const { Manifest } = manifest.definitions;
Manifest.additionalProperties = false;
writeFileSync(`${folder}/manifest.json`, JSON.stringify(manifest));
