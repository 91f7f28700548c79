// A bot on discord.js that logs in to the API whose address it is given, says what it sees as JSON lines, and answers: a second opinion on our
// local Discord. Arguments: address of the API without version, token.
import { createInterface } from "node:readline";
import { Client, Events, GatewayIntentBits, Partials, MessageFlags, REST, Routes } from "discord.js";

const [api, token] = process.argv.slice(2);
const say = (what, more) => process.stdout.write(`${JSON.stringify({ what, ...more })}\n`);
const client = new Client({
  intents: [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.GuildMessageReactions,
    GatewayIntentBits.GuildScheduledEvents,
    GatewayIntentBits.DirectMessages,
    GatewayIntentBits.MessageContent,
  ],
  partials: [Partials.Channel, Partials.Message, Partials.Reaction],
  rest: { api },
});

client.on(Events.ClientReady, (ready) =>
  say("ready", { user: ready.user.username, guilds: ready.guilds.cache.map((guild) => guild.name) }),
);
client.on(Events.MessageCreate, async (message) => {
  say("message", { id: message.id, author: message.author.username, content: message.content, type: message.type, replyTo: message.reference?.messageId });
  if (message.content === "who is there?") await message.reply({ content: "I am.", allowedMentions: { parse: [] } });
});
client.on(Events.MessageUpdate, (_, message) => say("edited", { id: message.id, content: message.content }));
client.on(Events.MessageDelete, (message) => say("deleted", { id: message.id }));
client.on(Events.MessageReactionAdd, (reaction, user) => say("reacted", { emoji: reaction.emoji.name, user: user.id }));
client.on(Events.ThreadCreate, (thread) => say("thread", { id: thread.id, name: thread.name, parent: thread.parent?.name }));
client.on(Events.GuildScheduledEventCreate, (event) => say("event", { name: event.name, location: event.entityMetadata?.location }));
client.on(Events.ChannelPinsUpdate, (channel) => say("pins", { channel: channel.id }));
client.on(Events.InteractionCreate, async (interaction) => {
  say("interaction", { user: interaction.user.username, command: interaction.commandName ?? interaction.customId });
  if (interaction.isChatInputCommand()) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(`You are at ${interaction.options.getString("place")}.`);
    await interaction.followUp({ content: "More.", flags: MessageFlags.Ephemeral });
  }
});
client.on(Events.Error, (error) => say("error", { error: String(error) }));

/** What it is told to do, a JSON line each. */
const does = {
  post: async ({ channel, content }) => (await client.channels.fetch(channel)).send({ content }),
  react: async ({ channel, message, emoji }) => (await (await client.channels.fetch(channel)).messages.fetch(message)).react(emoji),
  pin: async ({ channel, message }) => (await (await client.channels.fetch(channel)).messages.fetch(message)).pin(),
  thread: async ({ channel, message, name }) => (await (await client.channels.fetch(channel)).messages.fetch(message)).startThread({ name }),
  attach: async ({ channel, name, text }) => (await client.channels.fetch(channel)).send({ files: [{ name, attachment: Buffer.from(text) }] }),
  dm: async ({ user, content }) => (await client.users.fetch(user)).send(content),
  plan: async ({ guild, event }) => (await client.guilds.fetch(guild)).scheduledEvents.create(event),
  history: async ({ channel }) => {
    const messages = await (await client.channels.fetch(channel)).messages.fetch({ limit: 50 });
    say("history", { contents: [...messages.values()].map((message) => message.content).reverse() });
  },
  register: async ({ guild, commands }) =>
    new REST({ api }).setToken(token).put(Routes.applicationGuildCommands(client.application.id, guild), { body: commands }),
};
createInterface({ input: process.stdin })
  .on("line", async (line) => {
    const told = JSON.parse(line);
    try {
      await does[told.do](told);
      say("done", { did: told.do });
    } catch (error) {
      say("refused", { did: told.do, code: error.code, message: error.message });
    }
  })
  .on("close", () => process.exit(0));

await client.login(token);
