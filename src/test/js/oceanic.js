// oceanic.js, a client of another family: no line of it is discord.js's.
import assert from 'node:assert/strict';
import { Client, MessageFlags } from 'oceanic.js';
import { end, next, please } from './story.js';

const [restUrl, token, guildId] = process.argv.slice(2);
const client = new Client({
    auth: `Bot ${token}`,
    rest: { baseURL: restUrl.replace(/\/$/, '') },
    gateway: {
        compress: 'zlib-stream',
        getAllUsers: true,
        intents: [
            'GUILDS',
            'GUILD_MEMBERS',
            'GUILD_MESSAGES',
            'GUILD_MESSAGE_REACTIONS',
            'DIRECT_MESSAGES',
            'MESSAGE_CONTENT',
        ],
        reconnectDelay: () => 10,
    },
});
client.on('error', (error) => console.error(error));

const said = (content) => (message) => message.content === content;
const BUTTON = 2;
const ROW = 1;

async function logsIn() {
    const ready = next(client, 'ready');
    const members = next(client, 'guildMemberChunk');
    await client.connect();
    await Promise.all([ready, members]);
    assert.equal(client.user.username, 'oceanic');
    const guild = client.guilds.get(guildId);
    assert.equal(guild.members.size, guild.memberCount);
    return guild;
}

async function talks(channel) {
    const heard = next(client, 'messageCreate', said('hello, third bot'));
    await please('say hello');
    const hello = await heard;
    const sent = await channel.createMessage({ content: 'from oceanic.js', messageReference: { messageID: hello.id } });
    await sent.edit({ content: 'edited by oceanic.js' });
    await hello.createReaction('🌊');
    const reacted = next(client, 'messageReactionAdd', (message) => message.id === sent.id);
    await please('react');
    await reacted;
    const [newest] = await client.rest.channels.getMessages(channel.id, { limit: 1 });
    assert.equal(newest.content, 'edited by oceanic.js');
    return hello;
}

async function isCommanded(guild) {
    const commands = await client.application.bulkEditGuildCommands(guild.id, [
        { type: 1, name: 'ocean', description: 'Says something private', options: [
            { type: 3, name: 'what', description: 'What', required: true },
        ] },
    ]);
    assert.equal(commands[0].name, 'ocean');
    const answered = next(client, 'interactionCreate', (it) => it.type === 2).then(async (call) => {
        await call.defer(MessageFlags.EPHEMERAL);
        await call.createFollowup({ content: `about ${call.data.options.getString('what')}`, components: [
            { type: ROW, components: [{ type: BUTTON, style: 1, label: 'More', customID: 'more' }] },
        ] });
    });
    await please('run ocean');
    await answered;
    const pressed = next(client, 'interactionCreate', (it) => it.type === 3)
        .then((press) => press.editParent({ content: 'and more', components: [] }));
    await please('press more');
    await pressed;
}

async function writesElsewhere(channel, hello) {
    const dm = await hello.author.createDM();
    await dm.createMessage({ content: 'a direct word' });
    const thread = await hello.startThread({ name: 'About that', autoArchiveDuration: 60 });
    await thread.createMessage({ content: 'said in a thread' });
    await please('read all that');
}

async function comesBack() {
    const resumed = next(client, 'shardResume');
    const missed = next(client, 'messageCreate', said('said while you were away'));
    await please('drop the gateway');
    await Promise.all([resumed, missed]);
}

const guild = await logsIn();
const channel = guild.channels.find((it) => it.name === 'general');
const hello = await talks(channel);
await isCommanded(guild);
await writesElsewhere(channel, hello);
await comesBack();
client.disconnect(false);
end();
