// SourceCred's CredRank over thanks, the peer of the benchmarks of reciprocity: every thanks is a contribution that mints
// its worth and passes it to who was thanked, whose cred flows on to whom they thank. Lines in: how many members, then
// "by of worth second" each; lines out: the cred of each member;
// and beside them the seconds of the processor that it took.
globalThis.self = globalThis;
globalThis.window = globalThis;
const { readFileSync, writeSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { core, ledger: ledgers, api } = require(join(resolve(process.argv[2]), 'dist', 'client', 'api.js'));

const [size, ...words] = readFileSync(0, 'utf8').trim().split('\n');
const ledger = new ledgers.ledger.Ledger();
const members = Array.from({ length: Number(size) }, (_, i) => {
    const id = ledger.createIdentity('USER', `member-${i}`);
    ledger.activate(id);
    return ledger.account(id).identity.address;
});

const { NodeAddress, EdgeAddress, Graph } = core.graph;
const graph = new Graph();
const weights = core.weights.empty();
members.forEach((address, i) => graph.addNode({ address, description: `member-${i}`, timestampMs: null }));
words.forEach((line, i) => {
    const [by, of, worth, second] = line.split(' ').map(Number);
    const timestampMs = second * 1000;
    const word = NodeAddress.fromParts(['bench', 'thanks', String(i)]);
    graph.addNode({ address: word, description: 'thanks', timestampMs });
    weights.nodeWeights.set(word, worth);
    for (const [kind, src, dst] of [['by', members[by], word], ['of', word, members[of]]]) {
        const address = EdgeAddress.fromParts(['bench', kind, String(i)]);
        graph.addEdge({ address, timestampMs, src, dst });
        weights.edgeWeights.set(address, { forwards: 1, backwards: 0 });
    }
});

api.credrank
    .credrank({
        pluginGraphs: [{ graph, weights }],
        ledger,
        dependencies: [],
        weightOverrides: core.weights.empty(),
        pluginsBudget: null,
        personalAttributions: [],
    })
    .then(({ credGraph }) => {
        const cred = new Map(Array.from(credGraph.participants(), (it) => [it.address, it.cred]));
        writeSync(1, members.map((address) => cred.get(address)).join('\n') + '\n');
        const { user, system } = process.cpuUsage();
        writeSync(2, `${(user + system) / 1e6}\n`);
    });
