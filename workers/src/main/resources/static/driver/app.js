// The driver's page: what is next, and what was done. It shows what the phone knows and asks the server when it can.
import { Away, Refused, get, post, remove } from './api.js';
import * as map from './map.js';
import * as outbox from './outbox.js';
import { photo, signature } from './picture.js';
import * as place from './place.js';
import { kept, newId } from './store.js';

const EVERY = 15_000;
const SOON = 2500;
const { undoSeconds } = document.body.dataset;
const words = JSON.parse(document.body.dataset.words);
const main = document.querySelector('main');
const state = {
  me: null, tours: [], stops: [], tasks: [], arrived: [], queue: [],
  online: navigator.onLine, loggedIn: true, note: '', draft: null,
};
let timer;

function say(key, ...values) {
  return (words[key] || key).replace(/\{(\d)\}/g, (all, n) => values[n]);
}

function h(tag, attributes, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name || 'div');
  element.classList.add(...classes);
  Object.entries(attributes || {}).forEach(([key, value]) => {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (value !== false && value != null) {
      element.setAttribute(key, value === true ? '' : value);
    }
  });
  element.append(...children.flat().filter(child => child != null && child !== false && child !== ''));
  return element;
}

const rupees = paise => (paise / 100).toLocaleString('en-IN',
  { style: 'currency', currency: 'INR', minimumFractionDigits: paise % 100 ? 2 : 0 });
const clock = moment => new Date(moment).toLocaleTimeString('en-IN', { hour: 'numeric', minute: '2-digit' });
const button = (tag, text, click, attributes) => h(`button.${tag}`, { type: 'button', onclick: click, ...attributes }, text);

// ---- What is known

const entryOf = stop => state.queue.find(entry => entry.order === stop.order && entry.attempt === stop.attempt);
const openStops = () => state.stops.filter(stop => stop.onTheWay && !(entryOf(stop) && !entryOf(stop).problem));
const startedTour = () => state.tours.find(tour => tour.state === 'started');
const taskOf = (element, key, id) => state.tasks.find(task => task.element === element && task[key] === id)?.key;

async function refresh() {
  clearTimeout(timer);
  try {
    state.me = await get('/api/staff/me');
    const [tours, stops, tasks] = await Promise.all(
      ['/api/staff/tours', '/api/staff/stops', '/api/staff/tasks?limit=1000'].map(get));
    Object.assign(state, { tours, stops, tasks, online: true, loggedIn: true });
    state.arrived = state.arrived.filter(order => stops.some(stop => stop.order === order));
    await keep();
    await keepMap();
    outbox.sendAs(state.me.login);
  } catch (e) {
    state.online = !(e instanceof Away);
    if (e instanceof Refused && (e.status === 401 || e.status === 403)) {
      state.loggedIn = false;
    }
  }
  follow();
  show();
  const isComing = state.stops.some(stop => stop.onTheWay && !taskOf('userTask_deliverOrder', 'order', stop.order))
    || state.tours.some(tour => tour.state === 'approved' && !taskOf('userTask_startTour', 'subject', tour.id));
  timer = setTimeout(refresh, state.online && isComing ? SOON : EVERY);
}

const keep = () => kept.put('round', { me: state.me, tours: state.tours, stops: state.stops, tasks: state.tasks, arrived: state.arrived });

/** Before the dead spot: there it cannot be asked for. */
async function keepMap(anew) {
  const tour = startedTour();
  if (!tour || !anew && (await kept.get('map'))?.tour === tour.id) {
    return;
  }
  try {
    await kept.put('map', { tour: tour.id, ...await get(`/api/staff/tours/${tour.id}/map`) });
  } catch (e) {
    // The list is enough
  }
}

function follow() {
  place.follow(state.loggedIn && state.stops.some(stop => stop.onTheWay) ? startedTour()?.id ?? null : null);
}

outbox.onChange(async what => {
  state.queue = await outbox.waiting();
  if (what.sent) {
    state.stops = state.stops.filter(stop => stop.order !== what.sent.order || stop.attempt !== what.sent.attempt);
    await keep();
    state.online = true;
    setTimeout(refresh, 300);
  }
  if (what.loggedOut) {
    state.loggedIn = false;
  }
  if (!what.sent) {
    show();
  }
});

// ---- What is shown

function show() {
  const typing = main.querySelector('form, .sheet');
  const [screen, order] = location.hash.slice(1).split('/');
  const key = state.loggedIn ? `${screen}/${order || ''}` : 'login';
  bars();
  // What somebody fills in is left alone
  if (typing && main.dataset.screen === key) {
    return;
  }
  main.dataset.screen = key;
  const stop = state.stops.find(one => one.order === order);
  if (!state.loggedIn) {
    main.replaceChildren(loginScreen());
  } else if (screen === 'deliver' && stop) {
    main.replaceChildren(deliverScreen(stop));
  } else if (screen === 'fail' && stop) {
    main.replaceChildren(failScreen(stop));
  } else if (screen === 'upi' && stop) {
    upiScreen(stop);
  } else if (screen === 'map') {
    mapScreen();
  } else {
    main.replaceChildren(...roundScreen(stop));
  }
}

function bars() {
  const waiting = state.queue.filter(entry => !entry.problem).length;
  const count = waiting === 0 ? say('unsent.none') : waiting === 1 ? say('unsent.one') : say('unsent.many', waiting);
  document.querySelector('#unsent').replaceChildren(
    ...(state.online ? [] : [h('span.away', {}, say('away'))]), h('span.count', {}, count));
  document.querySelector('#who').textContent = state.me && state.loggedIn ? state.me.name : '';
  document.querySelector('#note').textContent = state.note;
}

function go(hash) {
  state.note = '';
  main.dataset.screen = '';
  if (location.hash === hash || !hash && !location.hash) {
    show();
  } else {
    location.hash = hash;
  }
  scrollTo(0, 0);
}

function tell(text) {
  state.note = text;
  bars();
}

function roundScreen(chosen) {
  const open = openStops();
  const next = chosen && open.includes(chosen) ? chosen : open[0];
  const tours = state.tours.filter(tour => tour.state === 'approved');
  const later = open.filter(stop => stop !== next);
  return [
    ...state.queue.map(entryCard),
    next && stopCard(next),
    ...tours.map(tourCard),
    later.length ? h('section.rest', {},
      h('header', {}, h('h2', {}, say('rest', later.length)),
        button('plain', say('map'), () => go('#map'))),
      h('ol', {}, later.map(stop => h('li', {}, h('a', { href: `#stop/${stop.order}`, onclick: () => { main.dataset.screen = ''; } },
        h('span.place', {}, String(stop.position)),
        h('span', {}, h('b', {}, stop.address), h('small', {}, `${stop.name || stop.phone} · ${clock(stop.arrivesAt)}`)),
        stop.toCollect.amount ? h('span.owed', {}, rupees(stop.toCollect.amount)) : null))))) : null,
    startedTour() && open.length > 1
      ? button('plain.wide.replan', say('replan'), event => replan(event.target), { disabled: !state.online }) : null,
    !next && !tours.length && !state.queue.length ? h('section.empty', {}, h('h1', {}, say('empty')), h('p', {}, say('empty.hint'))) : null,
    h('footer', {}, button('plain.log-out', say('logout'), logOut)),
  ].filter(Boolean);
}

function tourCard(tour) {
  const task = taskOf('userTask_startTour', 'subject', tour.id);
  const packed = tour.stops.filter(stop => stop.packed).length;
  return h('section.tour.card', {},
    h('h1', {}, say('tour', clock(tour.leavesAt))),
    h('p', {}, say('tour.stops', tour.stops.length, packed)),
    packed < tour.stops.length ? h('p.warning', {}, say('tour.unpacked')) : null,
    button('go.wide.start', say('tour.start'), event => startTour(event.target, tour, task), { disabled: !task || !state.online }));
}

async function startTour(pressed, tour, task) {
  pressed.disabled = true;
  tour.startKey ||= newId();
  try {
    await post(`/api/staff/tasks/${task}/completion`, {}, tour.startKey);
    tell(say('tour.started'));
  } catch (e) {
    tell(e instanceof Away ? say('away.start') : e.message);
  }
  refresh();
}

async function replan(pressed) {
  pressed.disabled = true;
  try {
    await place.send();
    await post(`/api/staff/tours/${startedTour().id}/replan`, {});
    await keepMap(true);
    tell(say('replan.done'));
  } catch (e) {
    tell(e instanceof Away ? say('away.replan') : e.message);
  }
  scrollTo(0, 0);
  refresh();
}

function stopCard(stop) {
  const digits = stop.phone.replace(/\D/g, '');
  const where = stop.latitude == null ? encodeURIComponent(stop.address) : `${stop.latitude},${stop.longitude}`;
  const link = (href, name, tag = 'a') => h(tag, { href, target: href.startsWith('tel:') ? null : '_blank', rel: 'noopener' }, name);
  const hasArrived = state.arrived.includes(stop.order);
  return h('section.stop.card', { 'data-order': stop.order },
    h('p.when', {}, h('span.place', {}, String(stop.position)), h('b', {}, stop.number),
      h('span', {}, say('stop.until', clock(stop.arrivesAt), stop.until ? clock(stop.until) : '–'))),
    h('h1', {}, stop.address),
    h('p.name', {}, stop.name || stop.phone, stop.attempt > 1 ? ` · ${say('stop.attempt', stop.attempt)}` : ''),
    stop.note ? h('p.note', {}, stop.note) : null,
    h('p.items', {}, stop.items),
    h(stop.toCollect.amount ? 'p.collect.owed' : 'p.collect', {},
      stop.toCollect.amount ? [say('stop.collect'), ' ', h('b', {}, rupees(stop.toCollect.amount))] : say('stop.paid')),
    stop.proof !== 'none' ? h('p.proof', {}, say(`proof.${stop.proof}`)) : null,
    h('nav.reach', {},
      link(`tel:${stop.phone}`, say('call'), 'a.call'),
      link(`https://wa.me/${digits}`, say('whatsapp'), 'a.whatsapp'),
      link(`https://www.google.com/maps/dir/?api=1&destination=${where}`, say('navigate'), 'a.navigate')),
    hasArrived
      ? h('div.outcomes', {},
        button('go.delivered', say('delivered'), () => go(`#deliver/${stop.order}`)),
        button('stop-it.failed', say('failed'), () => go(`#fail/${stop.order}`)),
        stop.toCollect.amount ? button('plain.upi', say('upi'), () => go(`#upi/${stop.order}`), { disabled: !state.online }) : null)
      : button('go.wide.arrive', say('arrive'), () => arrive(stop)));
}

async function arrive(stop) {
  state.arrived.push(stop.order);
  await keep();
  show();
}

function entryCard(entry) {
  const left = Math.max(0, Math.ceil((entry.sendAt - Date.now()) / 1000));
  const done = say(entry.values.outcome === 'delivered' ? 'entry.delivered' : 'entry.failed', entry.number);
  if (entry.problem) {
    return h('section.entry.refused.card', { role: 'alert' }, h('b', {}, done), h('p', {}, entry.problem),
      button('go.wide', say('entry.again'), async () => {
        await outbox.undo(entry.id);
        go(state.stops.some(stop => stop.order === entry.order) ? `#stop/${entry.order}` : '');
      }));
  }
  return h('section.entry.card', {}, h('b', {}, done),
    h('span.left', { 'data-until': entry.sendAt }, leftText(left)),
    button('undo', say('undo'), async event => {
      event.target.disabled = true;
      if (await outbox.undo(entry.id)) {
        go(`#stop/${entry.order}`);
      }
    }, { disabled: outbox.isBeingSent(entry.id) }));
}

const leftText = left => (left ? say('entry.left', left) : say('entry.unsent'));

setInterval(() => document.querySelectorAll('[data-until]').forEach(shown => {
  shown.textContent = leftText(Math.max(0, Math.ceil((shown.dataset.until - Date.now()) / 1000)));
}), 500);

// ---- At the door

function deliverScreen(stop) {
  const due = stop.toCollect.amount;
  const pictures = {};
  const pin = h('input', { name: 'pin', inputmode: 'numeric', pattern: '[0-9]{4}', maxlength: 4, autocomplete: 'off', required: true });
  const given = h('input', { name: 'given', inputmode: 'decimal', autocomplete: 'off', placeholder: (due / 100).toFixed(due % 100 ? 2 : 0) });
  const change = h('p.change', { 'aria-live': 'polite' });
  const confirm = h('button.go.wide.confirm', { type: 'submit' }, due ? say('deliver.cash', rupees(due)) : say('deliver.confirm'));
  const note = h('textarea', { name: 'note', maxlength: 500, rows: 2 });
  const typed = () => (given.value.trim() ? Math.round(Number(given.value.replace(',', '.')) * 100) : due);
  const check = () => {
    const back = typed() - due;
    change.textContent = !due ? '' : Number.isNaN(back) ? say('cash.what') : back < 0 ? say('cash.missing', rupees(-back)) : say('cash.change', rupees(back));
    change.classList.toggle('bad', Number.isNaN(back) || back < 0);
    confirm.disabled = due > 0 && (Number.isNaN(back) || back < 0) || ['photo', 'signature'].includes(stop.proof) && !pictures[stop.proof];
  };
  given.addEventListener('input', check);
  const set = amount => () => { given.value = (amount / 100).toFixed(amount % 100 ? 2 : 0); check(); };
  const notes = [due, ...[10_000, 50_000, 200_000].map(step => Math.ceil(due / step) * step)]
    .filter((amount, n, all) => all.indexOf(amount) === n);
  const form = h('form.sheet', { onsubmit: event => {
    event.preventDefault();
    const values = { outcome: 'delivered', note: note.value };
    if (due) {
      values.cashCollected = due / 100;
    }
    if (stop.proof === 'pin') {
      values.pin = pin.value;
    }
    done(stop, values, Object.values(pictures));
  } },
  h('h1', {}, say('deliver.title', stop.number)), h('p.name', {}, `${stop.name || stop.phone} · ${stop.address}`),
  due ? h('section.cash', {}, h('p.due', {}, say('stop.collect'), ' ', h('b', {}, rupees(due))),
    h('label', {}, say('cash.given'), given),
    h('div.notes', {}, notes.map(amount => button('note-of', rupees(amount), set(amount)))), change) : null,
  stop.proof === 'pin' ? h('label.pin', {}, say('deliver.pin'), pin) : null,
  stop.proof === 'photo' ? photoField(pictures, check) : null,
  stop.proof === 'signature' ? signatureField(pictures, check) : null,
  h('details', {}, h('summary', {}, say('note.add')), h('label', {}, say('note'), note)),
  confirm, button('plain.wide', say('back'), () => go(`#stop/${stop.order}`)));
  check();
  return form;
}

/** The customer pays on their own phone; meanwhile it is asked every few seconds whether the money is there. */
async function upiScreen(stop) {
  const news = h('p.waiting', { role: 'status' }, say('upi.preparing'));
  const code = h('canvas.qr', { role: 'img', 'aria-label': say('upi.code'), hidden: true });
  const send = h('a.wide.send-link', { target: '_blank', rel: 'noopener', hidden: true }, say('upi.send'));
  main.replaceChildren(h('section.sheet', {},
    h('h1', {}, say('upi.title', rupees(stop.toCollect.amount))), h('p.name', {}, `${stop.name || stop.phone} · ${stop.number}`),
    code, news, send, button('plain.wide', say('back'), () => go(`#stop/${stop.order}`))));
  const isShown = () => news.isConnected;
  try {
    const asked = await post(`/api/staff/stops/${stop.order}/payment`, {});
    drawCode(code, asked.code);
    send.href = `https://wa.me/${stop.phone.replace(/\D/g, '')}?text=${encodeURIComponent(say('upi.text', stop.number, asked.link))}`;
    code.hidden = false;
    send.hidden = false;
    news.textContent = say('upi.waiting');
  } catch (e) {
    if (isShown()) {
      news.textContent = e instanceof Away ? say('upi.away') : e.message;
      news.classList.add('bad');
    }
    refresh();
    return;
  }
  while (isShown()) {
    await new Promise(resolve => setTimeout(resolve, SOON));
    await refresh();
    const now = state.stops.find(one => one.order === stop.order);
    if (isShown() && (!now || !now.toCollect.amount)) {
      go(now ? `#deliver/${stop.order}` : '');
      tell(say('upi.paid'));
    }
  }
}

function drawCode(canvas, rows) {
  canvas.width = rows.length;
  canvas.height = rows.length;
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, rows.length, rows.length);
  pen.fillStyle = '#000';
  rows.forEach((row, y) => [...row].forEach((dot, x) => dot === '1' && pen.fillRect(x, y, 1, 1)));
}

function failScreen(stop) {
  const pictures = {};
  const confirm = h('button.stop-it.wide.confirm', { type: 'submit', disabled: true }, say('fail.confirm'));
  const note = h('textarea', { name: 'note', maxlength: 500, rows: 2 });
  const evidence = h('div', {});
  let reason = null;
  const check = () => {
    const kind = stop.evidence[reason];
    confirm.disabled = !reason || kind && !pictures[kind];
  };
  const choose = event => {
    reason = event.target.value;
    const kind = stop.evidence[reason];
    evidence.replaceChildren(...kind === 'photo' ? [photoField(pictures, check)] : kind ? [signatureField(pictures, check)] : []);
    check();
  };
  return h('form.sheet', { onsubmit: event => {
    event.preventDefault();
    const kind = stop.evidence[reason];
    done(stop, { outcome: 'failed', failureReason: reason, note: note.value }, kind ? [pictures[kind]] : []);
  } },
  h('h1', {}, say('fail.title', stop.number)), h('p.name', {}, `${stop.name || stop.phone} · ${stop.address}`),
  h('fieldset', {}, h('legend', {}, say('fail.reason')),
    ['notHome', 'unreachable', 'wrongAddress', 'refused', 'damaged'].map(value => h('label.choice', {},
      h('input', { type: 'radio', name: 'reason', value, onchange: choose }), say(`reason.${value}`)))),
  evidence, h('label', {}, say('note'), note),
  confirm, button('plain.wide', say('back'), () => go(`#stop/${stop.order}`)));
}

function photoField(pictures, changed) {
  const seen = h('img.seen', { alt: say('photo.seen'), hidden: true });
  const input = h('input', { type: 'file', accept: 'image/*', capture: 'environment', onchange: async event => {
    try {
      pictures.photo = await photo(event.target.files[0]);
      URL.revokeObjectURL(seen.src);
      seen.src = URL.createObjectURL(new Blob([pictures.photo.bytes], { type: pictures.photo.type }));
      seen.hidden = false;
    } catch (e) {
      delete pictures.photo;
      tell(say('photo.bad'));
    }
    changed();
  } });
  return h('label.picture', {}, say('photo.take'), input, seen);
}

function signatureField(pictures, changed) {
  const canvas = h('canvas.signature', { width: 640, height: 280, 'aria-label': say('proof.signature') });
  const pad = signature(canvas, async isWritten => {
    if (!isWritten) {
      delete pictures.signature;
      changed?.();
    }
  });
  canvas.addEventListener('pointerup', async () => {
    pictures.signature = await pad.picture();
    changed();
  });
  return h('div.picture', {}, h('p', {}, say('signature.here')), canvas, button('plain', say('signature.clear'), pad.clear));
}

async function done(stop, values, pictures) {
  const task = taskOf('userTask_deliverOrder', 'order', stop.order) || null;
  // A wrong PIN is of use only while the customer is still there
  const waits = values.pin && navigator.onLine ? 0 : Number(undoSeconds);
  await outbox.add({ order: stop.order, attempt: stop.attempt, number: stop.number, task, values, pictures }, waits);
  go('');
}

async function mapScreen() {
  const element = h('div.map', { role: 'figure', 'aria-label': say('map') });
  main.replaceChildren(h('section.sheet', {}, element, button('plain.wide', say('back'), () => go(''))));
  const data = await kept.get('map');
  map.draw(element, data, openStops(), place.here(), stop => go(`#stop/${stop.order}`));
  if (element.hidden) {
    element.replaceWith(h('p.empty', {}, say('map.none')));
  }
}

// ---- Coming and going

function loginScreen() {
  const phone = h('input', { name: 'phone', type: 'tel', inputmode: 'tel', autocomplete: 'tel', required: true });
  const code = h('input', { name: 'code', inputmode: 'numeric', pattern: '[0-9]{6}', maxlength: 6, autocomplete: 'one-time-code', required: true });
  const problem = h('p.bad', { role: 'alert' });
  const trying = doing => async event => {
    event.preventDefault();
    const waiting = event.target.querySelector('button');
    waiting.disabled = true;
    problem.textContent = '';
    try {
      await doing();
    } catch (e) {
      problem.textContent = e instanceof Away ? say('away') : e.message;
    }
    waiting.disabled = false;
  };
  const second = h('form', { hidden: true, onsubmit: trying(async () => {
    await post('/api/login/driver', { phone: phone.value, code: code.value });
    navigator.storage?.persist?.();
    state.loggedIn = true;
    await refresh();
    outbox.hurry();
    go('');
  }) }, h('label', {}, say('login.code'), code), h('button.go.wide.log-in', { type: 'submit' }, say('login.enter')));
  const first = h('form', { onsubmit: trying(async () => {
    await post('/api/login/codes', { phone: phone.value });
    second.hidden = false;
    code.focus();
  }) }, h('label', {}, say('login.phone'), phone), h('button.go.wide.send-code', { type: 'submit' }, say('login.send')));
  return h('section.login.card', {}, h('h1', {}, say('login.title')), h('p', {}, say('login.hint')), first, second, problem);
}

async function logOut() {
  if (state.queue.length) {
    tell(say('logout.unsent'));
    return;
  }
  try {
    await remove('/api/staff/session');
  } catch (e) {
    if (e instanceof Away) {
      tell(say('away'));
      return;
    }
  }
  await kept.forget();
  Object.assign(state, { me: null, tours: [], stops: [], tasks: [], arrived: [], loggedIn: false });
  outbox.sendAs(null);
  follow();
  go('');
}

addEventListener('hashchange', () => { main.dataset.screen = ''; show(); });
addEventListener('online', () => { outbox.hurry(); place.send(); refresh(); });
addEventListener('offline', () => { state.online = false; show(); });
document.addEventListener('visibilitychange', () => document.hidden || refresh());

const before = await kept.get('round');
if (before) {
  Object.assign(state, before);
  outbox.sendAs(before.me?.login);
  state.queue = await outbox.waiting();
  follow();
  show();
}
refresh();
navigator.serviceWorker?.register('/driver/sw.js');
