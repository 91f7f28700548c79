// discord.js as its guide says: the label of each message is matched, and one insert a message is on the disk before it counts.
// Arguments: address of the API with its version, of the gateway, token, channel, folder, two numbers to be said.
import { join } from "node:path";
import Database from "better-sqlite3";
import { Events, GatewayIntentBits } from "discord.js";
import { client, untilTold } from "./client.mjs";

const [api, , token, , folder, first, all] = process.argv.slice(2);
const database = new Database(join(folder, "bare.sqlite"));
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec(
  "create table message (id text primary key, channel text not null, author text not null, said integer not null, question integer, content text not null)",
);
const insert = database.prepare("insert into message values (?, ?, ?, ?, ?, ?)");
const label = /^\s*A(\d{1,2})\b\s*[:.)-]?\s*/i;
let count = 0;

const bot = client(api, [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent]);
bot.on(Events.MessageCreate, (message) => {
  const found = label.exec(message.content);
  insert.run(message.id, message.channelId, message.author.id, message.createdTimestamp, found ? Number(found[1]) : null, message.content);
  count++;
  if (count === Number(first)) process.stdout.write("warm\n");
  if (count === Number(all)) process.stdout.write("done\n");
});
bot.once(Events.ClientReady, untilTold);
await bot.login(token);
