/** The sandbox's API. A refusal is thrown as an Error whose message is the server's own plain words. */
const API = '/sandbox/api';
const RETRY_MS_MIN = 400;
const RETRY_MS_MAX = 8000;

export class Refused extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function call(path, request) {
  let response;
  try {
    response = await fetch(API + path, request);
  } catch {
    throw new Refused('The sandbox does not answer. Is it still running?', 0);
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(body.error ?? `The sandbox refused this (${response.status}).`, response.status);
  return body;
}

const post = (path, body) =>
  call(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

export const server = {
  world: as => call(as ? `/world?as=${encodeURIComponent(as)}` : '/world'),
  say: message => post('/messages', message),
  run: command => post('/commands', command),
  press: button => post('/buttons', button),
  select: choice => post('/selects', choice),
  complete: typing => post('/completions', typing),
  submit: form => post('/modals', form),
  type: where => post('/typing', where),
  react: reaction => post('/reactions', reaction),
  openDm: pair => post('/dms', pair),
  setDmsOpen: choice => post('/dms-open', choice),
  forward: duration => post('/clock', { forward: duration }),
  reset: () => post('/reset', {}),
};

/**
 * Follows what happens before one member's eyes, connecting again for as long as it takes. `opened` is called after
 * each connect: whatever happened in between must be fetched then.
 */
export function follow(as, { opened, happened, lost }) {
  let socket;
  let timer;
  let attempts = 0;
  let closed = false;

  function connect() {
    clearTimeout(timer);
    socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${API}/live?as=${encodeURIComponent(as)}`);
    socket.onopen = () => {
      attempts = 0;
      opened();
    };
    socket.onmessage = event => happened(JSON.parse(event.data));
    socket.onclose = () => {
      if (closed) return;
      lost();
      const delay = Math.min(RETRY_MS_MAX, RETRY_MS_MIN * 2 ** attempts++);
      timer = setTimeout(connect, delay * (0.75 + Math.random() / 2));
    };
  }

  connect();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      socket.close();
    },
  };
}
