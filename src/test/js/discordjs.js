// discord.js as a bot of its own beside another: it does what bots do, and says what it makes of the answers.
import assert from 'node:assert/strict';
import {
    ActionRowBuilder,
    ApplicationCommandType,
    ButtonBuilder,
    ButtonStyle,
    ChannelType,
    Client,
    ContainerBuilder,
    ContextMenuCommandBuilder,
    Events,
    GatewayIntentBits,
    LabelBuilder,
    MessageFlags,
    ModalBuilder,
    Partials,
    SectionBuilder,
    SlashCommandBuilder,
    StringSelectMenuBuilder,
    TextDisplayBuilder,
    TextInputBuilder,
    TextInputStyle,
} from 'discord.js';
import { end, next, please } from './story.js';

const TIME = 15_000;
const [restUrl, token, guildId] = process.argv.slice(2);
const client = new Client({
    intents: [
        GatewayIntentBits.Guilds,
        GatewayIntentBits.GuildMembers,
        GatewayIntentBits.GuildMessages,
        GatewayIntentBits.GuildMessageReactions,
        GatewayIntentBits.DirectMessages,
        GatewayIntentBits.MessageContent,
    ],
    partials: [Partials.Channel],
    rest: { api: restUrl.replace(/\/v10\/$/, ''), version: '10' },
});
client.on(Events.Error, (error) => { throw error; });

const button = (id, label) => new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Primary);
const row = (...components) => new ActionRowBuilder().addComponents(...components);
const said = (content) => (message) => message.content === content;

async function logsIn() {
    const ready = next(client, Events.ClientReady);
    await client.login(token);
    await ready;
    assert.equal(client.user.username, 'discordjs');
    const guild = client.guilds.cache.get(guildId);
    assert.ok(guild.memberCount > 10);
    const members = await guild.members.fetch();
    assert.equal(members.size, guild.memberCount);
    assert.ok(members.some((it) => it.user.username === 'ada'));
    return guild;
}

async function talks(channel) {
    const heard = next(client, Events.MessageCreate, said('hello, other bot'));
    await please('say hello');
    const hello = await heard;
    assert.equal(hello.member.user.username, 'ada');

    const sent = await channel.send('from discord.js');
    await sent.edit('edited by discord.js');
    await hello.reply('a reply');
    await hello.react('🍞');
    assert.equal((await channel.messages.fetch({ limit: 2 })).first().content, 'a reply');

    const messages = channel.awaitMessages({ filter: (it) => it.author.id === hello.author.id, max: 2, time: TIME });
    const reactions = sent.awaitReactions({ filter: (_, user) => user.id === hello.author.id, max: 1, time: TIME });
    await please('say one and two');
    await please('react');
    assert.deepEqual((await messages).map((it) => it.content), ['one', 'two']);
    assert.equal((await reactions).first().emoji.name, '👍');
    return { hello, sent };
}

async function asks(channel) {
    const both = row(button('yes', 'Yes'), button('no', 'No'));
    const asked = await channel.send({ content: 'Shall we?', components: [both] });
    const pressed = asked.awaitMessageComponent({ time: TIME });
    await please('press yes');
    const press = await pressed;
    assert.equal(press.customId, 'yes');
    await press.update({ content: 'We shall', components: [] });
    await please('read we shall');
}

const commands = {
    async echo(call) {
        if (call.isAutocomplete()) await call.respond([{ name: `${call.options.getFocused()} bread`, value: 'rye' }]);
        else await call.reply(`echo ${call.options.getString('text')}`);
    },
    async slow(call) {
        await call.deferReply({ flags: MessageFlags.Ephemeral });
        await call.editReply('slow, and private');
        await call.followUp({ content: 'and more', flags: MessageFlags.Ephemeral });
    },
    async form(call) {
        const field = new TextInputBuilder().setCustomId('what').setStyle(TextInputStyle.Short);
        // As with every answer here: it may come before the bot knows that it has asked.
        const submitted = call.awaitModalSubmit({ time: TIME });
        await call.showModal(new ModalBuilder()
            .setCustomId('a form')
            .setTitle('A form')
            .addLabelComponents(new LabelBuilder().setLabel('What?').setTextInputComponent(field)));
        const filled = await submitted;
        const what = filled.fields.getTextInputValue('what');
        await filled.reply({ content: `filled in: ${what}`, flags: MessageFlags.Ephemeral });
    },
    async choose(call) {
        const menu = new StringSelectMenuBuilder()
            .setCustomId('day')
            .addOptions({ label: 'Monday', value: 'mon' }, { label: 'Tuesday', value: 'tue' });
        const chosen = call.channel.awaitMessageComponent({ filter: (it) => it.customId === 'day', time: TIME });
        const response = await call.reply({ content: 'When?', components: [row(menu)], withResponse: true });
        assert.equal(response.resource.message.content, 'When?');
        const choice = await chosen;
        await choice.update({ content: `On ${choice.values[0]}`, components: [] });
    },
    async card(call) {
        const card = (text) => new ContainerBuilder().addSectionComponents(new SectionBuilder()
            .addTextDisplayComponents(new TextDisplayBuilder().setContent(text))
            .setButtonAccessory(button('more', 'More')));
        const pressed = call.channel.awaitMessageComponent({ filter: (it) => it.customId === 'more', time: TIME });
        await call.reply({ flags: MessageFlags.IsComponentsV2, components: [card('A card')] });
        const press = await pressed;
        await press.deferUpdate();
        await press.editReply({ flags: MessageFlags.IsComponentsV2, components: [card('More of the card')] });
    },
    async 'Count words'(call) {
        const words = call.targetMessage.content.split(' ').length;
        await call.reply({ content: `${words} words`, flags: MessageFlags.Ephemeral });
    },
};

async function isCommanded(guild) {
    const text = (option) => option
        .setName('text')
        .setDescription('What to say')
        .setRequired(true)
        .setAutocomplete(true);
    const global = await client.application.commands.set([
        new SlashCommandBuilder()
            .setName('echo')
            .setDescription('Says it again')
            .setDescriptionLocalizations({ de: 'Sagt es noch einmal' })
            .addStringOption(text),
    ]);
    assert.equal(global.first().applicationId, client.application.id);
    const plain = (name) => new SlashCommandBuilder().setName(name).setDescription(`Does ${name}`);
    await guild.commands.set([
        plain('slow'),
        plain('form'),
        plain('choose'),
        plain('card'),
        new ContextMenuCommandBuilder().setName('Count words').setType(ApplicationCommandType.Message),
    ]);
    const running = [];
    client.on(Events.InteractionCreate, (call) => {
        if (call.commandName) running.push(commands[call.commandName](call));
    });
    for (const name of ['complete echo', 'run echo', 'run slow', 'run form', 'run choose', 'run card', 'count words'])
        await please(name);
    await Promise.all(running);
}

async function opensThreads(channel, { hello, sent }) {
    const thread = await channel.threads.create({
        name: 'Between us', type: ChannelType.PrivateThread, invitable: false, reason: 'to talk',
    });
    await thread.members.add(hello.author.id);
    await thread.send(`Welcome, ${hello.author}`);
    const answer = next(client, Events.MessageCreate, said('thank you'));
    await please('answer in the thread');
    assert.equal((await answer).channelId, thread.id);
    await thread.setArchived(true);
    const open = await sent.startThread({ name: 'About that' });
    await open.send('said in public');
    await please('read the threads');
}

async function writesDirectly({ hello }) {
    await hello.author.send('a direct word');
    const answer = next(client, Events.MessageCreate, (it) => it.channel.type === ChannelType.DM && !it.author.bot);
    await please('answer directly');
    assert.equal((await answer).content, 'likewise');
}

async function comesBack(channel) {
    const resumed = next(client, Events.ShardResume);
    const missed = next(client, Events.MessageCreate, said('said while you were away'));
    await please('drop the gateway');
    await Promise.all([resumed, missed]);

    await please('limit messages');
    await channel.send('patience');
    await please('read patience once');
}

const guild = await logsIn();
const channel = guild.channels.cache.find((it) => it.name === 'general');
const so = await talks(channel);
await asks(channel);
await isCommanded(guild);
await opensThreads(channel, so);
await writesDirectly(so);
await comesBack(channel);
await client.destroy();
end();
