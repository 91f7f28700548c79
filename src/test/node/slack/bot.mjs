// A bot on @slack/bolt that connects to the Slack whose address it is given, says what it sees as JSON lines, and answers: a second opinion on
// our local Slack. Arguments: address of the Web API, token of the app, token of the bot.
import { createInterface } from "node:readline";
import bolt from "@slack/bolt";

const [slackApiUrl, appToken, token] = process.argv.slice(2);
const say = (what, more) => process.stdout.write(`${JSON.stringify({ what, ...more })}\n`);
const silent = { debug() {}, info() {}, warn() {}, error: (...text) => process.stderr.write(`${text.join(" ")}\n`), setLevel() {}, getLevel: () => "error", setName() {} };
const app = new bolt.App({ token, appToken, socketMode: true, ignoreSelf: false, logger: silent, clientOptions: { slackApiUrl } });

app.event("message", async ({ event, client, body }) => {
  say("message", { subtype: event.subtype, user: event.user, text: event.text, ts: event.ts, thread: event.thread_ts, id: body.event_id });
  if (event.text === "who is there?") await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: "I am." });
});
app.event("reaction_added", async ({ event }) => say("reacted", { emoji: event.reaction, user: event.user }));
app.event("app_mention", async ({ event }) => say("mentioned", { text: event.text }));
app.event("member_joined_channel", async ({ event }) => say("joined", { user: event.user }));
app.event("app_home_opened", async ({ event, client }) => {
  await client.views.publish({ user_id: event.user, view: { type: "home", blocks: [{ type: "divider" }, { type: "section", text: { type: "mrkdwn", text: "Your chats" } }] } });
});
app.command("/parley", async ({ ack, command, client }) => {
  await ack(`You are at ${command.text}.`);
  await client.views.open({
    trigger_id: command.trigger_id,
    view: {
      type: "modal",
      callback_id: "answer",
      private_metadata: command.channel_id,
      title: { type: "plain_text", text: "Your answer" },
      submit: { type: "plain_text", text: "Send" },
      blocks: [
        { type: "input", block_id: "words", label: { type: "plain_text", text: "In your words" }, element: { type: "plain_text_input", action_id: "text", multiline: true } },
        {
          type: "input",
          block_id: "question",
          label: { type: "plain_text", text: "To" },
          element: { type: "static_select", action_id: "which", options: ["Q1", "Q2"].map((name) => ({ text: { type: "plain_text", text: name }, value: name })) },
        },
      ],
    },
  });
});
app.view("answer", async ({ ack, view, client, body }) => {
  const { words, question } = view.state.values;
  if (words.text.value.length < 5) return ack({ response_action: "errors", errors: { words: "That is short." } });
  await ack();
  await client.chat.postMessage({ channel: view.private_metadata, text: `<@${body.user.id}> to ${question.which.selected_option.value}: ${words.text.value}` });
});
app.action("where", async ({ ack, respond, action }) => {
  await ack();
  await respond({ text: `At ${action.value}.`, response_type: "ephemeral" });
});
app.shortcut("file_under", async ({ ack, shortcut }) => {
  await ack();
  say("shortcut", { type: shortcut.type, text: shortcut.message?.text });
});
app.error(async (error) => say("error", { error: String(error) }));

/** What it is told to do, a JSON line each: a method of the Web API with its arguments, or a file to send. */
const does = async ({ do: method, arguments: given }) => {
  if (method !== "files.uploadV2") return app.client.apiCall(method, given);
  const { content, ...about } = given;
  return app.client.filesUploadV2({ ...about, file: Buffer.from(content) });
};
createInterface({ input: process.stdin })
  .on("line", async (line) => {
    const told = JSON.parse(line);
    try {
      say("done", { did: told.do, answer: await does(told) });
    } catch (error) {
      say("refused", { did: told.do, error: error.data?.error ?? String(error) });
    }
  })
  .on("close", () => process.exit(0));

await app.start();
say("ready", { user: (await app.client.auth.test()).user });
