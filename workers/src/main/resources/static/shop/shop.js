// Makes pages live: every form and page works without it, up to payment.
(() => {
  'use strict';
  const part = (id, from = document) => from.getElementById(id);
  const PARTS = ['main', 'cart-link', 'bar', 'reach'];
  const unmasked = html => html.replace(/(name="_csrf" value=")[^"]*/g, '$1');

  // Takes over what changed and leaves the rest, with open details and the focus, alone
  function take(html) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const focused = document.activeElement && document.activeElement.id;
    const open = [...document.querySelectorAll('details[open][id]')].map(d => d.id);
    const typed = [...document.querySelectorAll('textarea[id], input[id]:not([type=hidden], [type=number], [type=file])')]
      .map(f => [f.id, f.value, f.checked]);
    const chosen = [...document.querySelectorAll('input[type=file][id]')].filter(f => f.files.length).map(f => [f.id, f.files]);
    document.title = page.title;
    for (const id of PARTS) {
      const now = part(id), then = part(id, page);
      if (now && then && unmasked(now.innerHTML) !== unmasked(then.innerHTML)) {
        swap(now, then);
      }
      if (now && then) now.className = then.className, now.hidden = then.hidden;
    }
    open.forEach(id => part(id) && (part(id).open = true));
    typed.filter(([id]) => part(id)).forEach(([id, value, checked]) => Object.assign(part(id), {value, checked}));
    chosen.filter(([id]) => part(id)).forEach(([id, files]) => part(id).files = files);
    if (focused && part(focused)) part(focused).focus({preventScroll: true});
    start();
  }

  // Keeps live regions in place, so that they are read out when their text changes
  function swap(now, then) {
    const live = now.querySelector('[role=status][id]');
    const next = live && then.querySelector('#' + live.id);
    if (!next) {
      now.innerHTML = then.innerHTML;
      return;
    }
    const words = next.innerHTML;
    next.innerHTML = live.innerHTML;
    now.innerHTML = then.innerHTML;
    if (words !== next.innerHTML) setTimeout(() => part(live.id) && (part(live.id).innerHTML = words), 50);
  }

  async function refresh() {
    const answer = await fetch(location.href, {headers: {Accept: 'text/html'}});
    if (answer.redirected && new URL(answer.url).pathname !== location.pathname) location.assign(answer.url);
    else if (answer.ok) take(await answer.text());
  }

  // Forms marked data-live change the page in place
  document.addEventListener('submit', async event => {
    const form = event.target;
    if (form.hasAttribute('data-once')) once(form, event);
    if (!form.hasAttribute('data-live')) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    form.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(form.action, {method: 'POST', body});
      const to = new URL(answer.url);
      const stays = to.pathname === location.pathname || !answer.redirected;
      if (!stays) return location.assign(answer.url);
      if (answer.redirected) history.replaceState(null, '', to.pathname + to.search);
      take(await answer.text());
    } catch {
      form.submit();
    } finally {
      form.removeAttribute('aria-busy');
    }
  });

  // Phones take pictures that are larger than anybody needs to see
  document.addEventListener('change', async event => {
    const field = event.target;
    const file = field.matches('[data-picture]') && field.files[0];
    if (!file || file.size < 600000) return;
    try {
      const picture = await createImageBitmap(file);
      const share = Math.min(1, 1600 / Math.max(picture.width, picture.height));
      const canvas = document.createElement('canvas');
      canvas.width = picture.width * share, canvas.height = picture.height * share;
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
      const small = await new Promise(done => canvas.toBlob(done, 'image/jpeg', .85));
      const files = new DataTransfer();
      files.items.add(new File([small], 'picture.jpg', {type: 'image/jpeg'}));
      if (field.files[0] === file) field.files = files.files;
    } catch {
      // Sent as it is
    }
  });

  // A second press while the first is on its way does nothing
  function once(form, event) {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
  }
  addEventListener('pageshow', () => document.querySelectorAll('[data-sent]').forEach(form => {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
  }));

  document.addEventListener('change', event => {
    if (event.target.matches('[data-submit]')) event.target.form.requestSubmit();
  });

  // Count-downs: seconds left when the page was made
  let ticking;
  function count() {
    clearInterval(ticking);
    const clocks = [...document.querySelectorAll('[data-seconds]')];
    const tick = () => clocks.forEach(clock => {
      clock.ends ??= Date.now() + 1000 * clock.dataset.seconds;
      const left = Math.max(0, Math.ceil((clock.ends - Date.now()) / 1000));
      clock.textContent = left > 5999 ? clock.textContent : Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
      if (left === 0 && !clock.dataset.over) {
        clock.dataset.over = 'yes';
        setTimeout(refresh, 1200);
      }
    });
    if (clocks.length) tick(), ticking = setInterval(tick, 500);
  }

  // The order's page hears of each change
  let events;
  function follow() {
    const live = document.querySelector('[data-events]');
    if (!live || events) return;
    events = new EventSource(live.dataset.events);
    events.addEventListener('order', event => {
      const news = JSON.parse(event.data);
      const at = part('way');
      if (at && news.way) at.dataset.way = JSON.stringify(news.way), way();
      if (news.page === follow.page) return;
      follow.page = news.page;
      clearTimeout(follow.soon);
      follow.soon = setTimeout(refresh, 150);
    });
  }

  // Maps come only when there is something to show on them
  function leaflet(at) {
    if (!leaflet.loading) {
      const style = document.createElement('link');
      Object.assign(style, {rel: 'stylesheet', href: at.dataset.leaflet + '.css'});
      document.head.append(style);
      const load = src => new Promise((loaded, failed) => {
        const script = Object.assign(document.createElement('script'), {src, onload: loaded, onerror: failed});
        document.head.append(script);
      });
      leaflet.loading = load(at.dataset.leaflet + '.js').then(() => load(at.dataset.script));
    }
    return leaflet.loading;
  }
  function way() {
    const at = part('way');
    if (at) leaflet(at).then(() => part('way') && window.orchardWay(part('way')), () => {});
  }
  function pin() {
    const at = document.querySelector('details[open] [data-pin-map]');
    if (at) leaflet(at).then(() => at.isConnected && window.orchardPin(at), () => {});
  }
  document.addEventListener('toggle', pin, true);

  // Waits until the gateway knows of the order, then opens its checkout
  let waiting;
  function pay() {
    clearTimeout(waiting);
    if (document.querySelector('[data-wait]')) waiting = setTimeout(refresh, 1200);
    const at = part('pay');
    if (!at || at.dataset.ready) return;
    at.dataset.ready = 'yes';
    const d = at.dataset;
    const open = () => new window.Razorpay({
      key: d.key, order_id: d.order, amount: d.amount, currency: d.currency, name: d.name, description: d.description,
      callback_url: d.callback, redirect: true, prefill: {name: d.customer, contact: d.contact},
      theme: {color: '#1c6a3d'}
    }).open();
    const script = document.createElement('script');
    script.src = d.script;
    script.onload = () => {
      at.disabled = false;
      at.addEventListener('click', open);
      // Taken from the address first, so that coming back does not open it again
      if (new URLSearchParams(location.search).has('start')) history.replaceState(null, '', location.pathname), open();
    };
    script.onerror = () => part('pay-failed').hidden = false;
    document.head.append(script);
  }

  function start() {
    count();
    follow();
    way();
    pin();
    pay();
  }
  start();
  if (navigator.serviceWorker) navigator.serviceWorker.register('/sw.js').catch(() => {});
})();
