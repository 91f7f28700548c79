import { Client } from "discord.js";

/** A client of discord.js at a local Discord, whose address has the version of the API at its end. */
export const client = (api, intents) => new Client({ intents, rest: { api: api.replace(/\/v10\/$/, "") } });

/** Ends the process with its standard input. */
export const untilTold = () => {
  process.stdout.write("ready\n");
  process.stdin.on("end", () => process.exit(0)).resume();
};
