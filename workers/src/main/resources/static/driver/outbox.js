// What was done at doors, on its way to the server: each with an id made here, so that sent twice is once.
import { Away, Refused, get, post, upload } from './api.js';
import { newId, queue } from './store.js';

const LONGEST_PAUSE = 60_000;
const listeners = [];
let pause = 0;
let notBefore = 0;
let timer;
let login = null;
let sending = null;

export const onChange = listener => listeners.push(listener);
const changed = what => Promise.all(listeners.map(listener => listener(what)));

/** What is sent is what this driver did: a phone that changes hands keeps the other's until they come back. */
export function sendAs(driver) {
  login = driver;
  wake();
}

export async function waiting() {
  return (await queue.all()).filter(entry => entry.login === login);
}

export async function add(entry, waitSeconds) {
  const now = Date.now();
  // Done again: what was refused before is settled
  for (const before of await waiting()) {
    if (before.problem && before.order === entry.order) {
      await queue.remove(before.id);
    }
  }
  await queue.put({ ...entry, id: newId(), login, madeAt: now, sendAt: now + waitSeconds * 1000, problem: null });
  await changed({});
  wake();
}

/** Takes something back that is not sent yet. */
export async function undo(id) {
  if (sending === id) {
    return false;
  }
  await queue.remove(id);
  await changed({});
  return true;
}

export const isBeingSent = id => sending === id;

/** The network may be back. */
export function hurry() {
  notBefore = 0;
  pause = 0;
  wake();
}

function wake() {
  clearTimeout(timer);
  timer = setTimeout(() => (navigator.locks ? navigator.locks.request('orchard-outbox', round) : round()), 0);
}

async function round() {
  if (!login || sending) {
    return;
  }
  const open = (await waiting()).filter(entry => !entry.problem);
  const due = open.find(entry => entry.sendAt <= Date.now());
  if (due && Date.now() >= notBefore) {
    await send(due);
    wake();
  } else if (open.length) {
    const next = Math.max(Math.min(...open.map(entry => entry.sendAt)), notBefore);
    timer = setTimeout(wake, Math.max(200, next - Date.now()));
  }
}

async function send(entry) {
  sending = entry.id;
  try {
    await changed({});
    await deliver(entry);
    await queue.remove(entry.id);
    pause = 0;
    sending = null;
    await changed({ sent: entry });
  } catch (e) {
    sending = null;
    if (e instanceof Refused && e.status !== 401) {
      await queue.put({ ...entry, problem: e.message });
      await changed({ refused: entry });
    } else {
      pause = Math.min(LONGEST_PAUSE, pause ? pause * 2 : 3000);
      notBefore = Date.now() + pause;
      await changed({ loggedOut: e instanceof Refused });
    }
  }
}

async function deliver(entry) {
  for (const picture of entry.pictures.filter(one => !one.sentAs)) {
    const path = `/api/staff/stops/${entry.order}/evidence?kind=${picture.kind.toUpperCase()}`;
    picture.sentAs = (await upload(path, picture.bytes, picture.type, picture.id)).id;
    await queue.put(entry);
  }
  if (!entry.task) {
    entry.task = await taskOf(entry.order);
  }
  const evidence = entry.pictures.map(picture => picture.sentAs);
  await post(`/api/staff/tasks/${entry.task}/completion`, { ...entry.values, evidence }, entry.id);
}

async function taskOf(order) {
  const task = (await get('/api/staff/tasks?limit=1000'))
    .find(one => one.order === order && one.element === 'userTask_deliverOrder');
  if (!task) {
    throw new Away('The task is not there yet');
  }
  return task.key;
}
