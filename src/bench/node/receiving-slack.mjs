// Bolt for JavaScript as its guide says, but that it acknowledges after the handler: the label of each message is matched, and one insert
// a message is on the disk before it is acknowledged.
// Arguments: address of the Web API, token of the bot, signing secret, team, channel, folder.
import { join } from "node:path";
import bolt from "@slack/bolt";
import Database from "better-sqlite3";

const [api, token, signingSecret, team, , folder] = process.argv.slice(2);
const database = new Database(join(folder, "bare.sqlite"));
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec(
  "create table message (id text primary key, channel text not null, author text not null, question integer, content text not null)",
);
const insert = database.prepare("insert into message values (?, ?, ?, ?, ?)");
const label = /^\s*A(\d{1,2})\b\s*[:.)-]?\s*/i;

const app = new bolt.App({
  signingSecret,
  processBeforeResponse: true,
  logLevel: "error",
  clientOptions: { slackApiUrl: api },
  authorize: async () => ({ botToken: token, botId: "B1", botUserId: "U1", teamId: team }),
});
app.message(async ({ message }) => {
  const found = label.exec(message.text);
  insert.run(message.ts, message.channel, message.user, found ? Number(found[1]) : null, message.text);
});
const server = await app.start({ port: 0, host: "127.0.0.1" });
process.stdout.write(`ready ${server.address().port}\n`);
process.stdin.on("end", () => process.exit(0)).resume();
