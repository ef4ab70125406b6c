// A bare discord.js client, the peer of the intake benchmark: it counts messages, and says how many when it is asked to.
import { Client, Events, GatewayIntentBits } from 'discord.js';

const [restUrl, token, theEnd] = process.argv.slice(2);
const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
    rest: { api: restUrl.replace(/\/v10\/$/, ''), version: '10' },
});
let heard = 0;
client.on(Events.MessageCreate, (message) => {
    if (message.content === theEnd) message.channel.send(`heard ${heard}`);
    else if (!message.author.bot) heard++;
});
await client.login(token);
