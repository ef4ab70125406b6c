// How a bot's script and the test that started it tell a story together: the script asks, line by line, for what people
// should do, the test does it and says so.
import { createInterface } from 'node:readline';

const PATIENCE = 15_000;
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

/** Has the test do something, and waits until it is done. */
export async function please(act) {
    console.log(`please ${act}`);
    const { value } = await lines.next();
    if (value !== 'done') throw new Error(`asked for '${act}', got '${value}'`);
}

/** The next event of that name that fits, from now on. */
export function next(client, event, fits = () => true) {
    return new Promise((resolve, reject) => {
        const stop = setTimeout(() => finish(() => reject(new Error(`no ${event} that fits`))), PATIENCE);
        const listener = (...about) => {
            if (fits(...about)) finish(() => resolve(about[0]));
        };
        const finish = (then) => {
            clearTimeout(stop);
            client.off(event, listener);
            then();
        };
        client.on(event, listener);
    });
}

/** Ends the script, whatever a client still holds open. */
export function end() {
    console.log('the end');
    process.stdin.destroy();
}
