// Writes two JSON schemas into a folder: requests.json, of every request body that Discord's published API takes, with its limits, and
// events.json, of every event that its gateway tells. Each is an object with one property per route ("POST /channels/{}/messages") or event.
import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";
import { toJSONSchema, registry } from "zod/v4/core";
import * as spec from "discord-api-spec/zod";
import ts from "typescript";
import { createGenerator } from "ts-json-schema-generator";

const [folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const write = (name, schema) => writeFileSync(`${folder}/${name}`, JSON.stringify(schema));

function requests() {
  const named = registry();
  for (const [name, schema] of Object.entries(spec)) {
    if (name.endsWith("Schema") && schema?._zod) named.add(schema, { id: name.slice(0, -"Schema".length) });
  }
  const { schemas } = toJSONSchema(named, { io: "input", unrepresentable: "any", uri: (id) => `#/$defs/${id}` });
  const properties = {};
  for (const { route, type } of bodies()) properties[route] = schemaOf(type, schemas);
  const wanted = {};
  const take = (node) => {
    if (Array.isArray(node)) return node.forEach(take);
    if (node === null || typeof node !== "object") return;
    const name = node.$ref?.replace("#/$defs/", "");
    if (name && !(name in wanted)) {
      wanted[name] = strict(schemas[name]);
      take(wanted[name]);
    }
    Object.values(node).forEach(take);
  };
  take(properties);
  asClientsWriteIt(wanted);
  return { properties, additionalProperties: false, $defs: wanted };
}

/** The types of all request bodies, as the specification's TypeScript names them. */
function* bodies() {
  const file = fileURLToPath(import.meta.resolve("discord-api-spec")).replace(/\.js$/, ".ts");
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const paths = source.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === "Paths");
  for (const path of paths.members) {
    for (const method of path.type.members) {
      const body = method.type.members.find((one) => one.name.text === "requestBody");
      if (!body || ["undefined", "never"].includes(body.type.getText())) continue;
      const template = path.name.text.replace("@original", "{}").replace(/\{\w+}/g, "{}");
      yield { route: `${method.name.text.toUpperCase()} ${template}`, type: body.type };
    }
  }
}

function schemaOf(type, schemas) {
  if (ts.isUnionTypeNode(type)) return { anyOf: type.types.map((one) => schemaOf(one, schemas)) };
  if (ts.isArrayTypeNode(type)) return { type: "array", items: schemaOf(type.elementType, schemas) };
  if (ts.isParenthesizedTypeNode(type)) return schemaOf(type.type, schemas);
  if (ts.isTypeReferenceNode(type)) {
    const name = type.typeName.getText();
    return name in schemas ? { $ref: `#/$defs/${name}` } : {};
  }
  if (ts.isTypeLiteralNode(type)) {
    if (!type.members.every(ts.isPropertySignature)) return { type: "object" };
    const properties = {};
    for (const member of type.members) properties[member.name.text] = schemaOf(member.type, schemas);
    const required = type.members.filter((one) => !one.questionToken).map((one) => one.name.text);
    return { type: "object", properties, required, additionalProperties: false };
  }
  const simple = { string: "string", number: "number", boolean: "boolean", null: "null" }[type.getText()];
  return simple ? { type: simple } : {};
}

/** Nothing that Discord does not know; and times are judged by our server, not by zod's pattern. */
function strict(schema) {
  const copy = structuredClone(schema);
  const visit = (node) => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== "object") return;
    if (node.format === "date-time") delete node.pattern;
    delete node.$id;
    delete node.$schema;
    if (node.type === "object" && node.properties) node.additionalProperties ??= false;
    Object.values(node).forEach(visit);
  };
  visit(copy);
  delete copy.id;
  return copy;
}

/** Where JDA and discord.js deviate harmlessly, and Discord takes it. */
function asClientsWriteIt(schemas) {
  const anything = (name, ...keys) => keys.forEach((key) => (schemas[name].properties[key] = {}));
  for (const name of Object.keys(schemas)) {
    if (/^ApplicationCommand.*Request/.test(name) && schemas[name].properties) {
      anything(name, "contexts", "integration_types", "nsfw", "default_member_permissions");
    }
    if (/^ApplicationCommand.*Option$/.test(name)) anything(name, "autocomplete");
  }
  anything("CreatePrivateChannelRequest", "recipient_id");
  anything("CreateTextThreadWithMessageRequest", "tts", "type");
  anything("MessageAttachmentRequest", "id", "content_type");
  anything("IncomingWebhookRequestPartial", "enforce_nonce");
  anything("IncomingWebhookUpdateRequestPartial", "enforce_nonce", "tts");
  anything("PollAnswerCreateRequest", "answer_id");
}

function events() {
  const generator = createGenerator({
    path: fileURLToPath(new URL("events.ts", import.meta.url)),
    tsconfig: fileURLToPath(new URL("tsconfig.json", import.meta.url)),
    type: "Events",
    skipTypeCheck: true,
    additionalProperties: false,
    jsDoc: "none",
  });
  const { definitions } = generator.createSchema("Events");
  for (const [name, definition] of Object.entries(definitions)) {
    // Flags are sums, which the types can only say as one flag each.
    if (/Flags$/.test(name) && ("enum" in definition || "const" in definition)) definitions[name] = { type: "integer" };
  }
  return { $ref: "#/definitions/Events", definitions };
}

write("requests.json", requests());
write("events.json", events());
