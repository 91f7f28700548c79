// discord.js as its guide says: all messages are sent at once. Arguments: address of the API with its version, of the gateway, token, file of channels.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Events, GatewayIntentBits } from "discord.js";
import { client } from "./client.mjs";

const [api, , token, file] = process.argv.slice(2);
const channels = readFileSync(file, "utf8").trim().split("\n");
const bot = client(api, [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages]);
bot.once(Events.ClientReady, () => {
  createInterface({ input: process.stdin })
    .on("line", (line) => {
      const [at, count] = line.split(" ").map(Number);
      const due = channels.slice(0, count);
      setTimeout(() => due.forEach((channel) => bot.channels.cache.get(channel).send("The chat begins.")), at - Date.now());
    })
    .on("close", () => process.exit(0));
  process.stdout.write("ready\n");
});
await bot.login(token);
