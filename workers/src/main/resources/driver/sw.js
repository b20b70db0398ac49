// The page opens without network: everything it is made of is kept, all of one version. What it shows is the page's own matter.
self.addEventListener('install', event => {
  event.waitUntil(caches.open(VERSION)
    .then(cache => cache.addAll(FILES.map(file => new Request(file, { cache: 'reload' }))))
    .then(() => self.skipWaiting()));
});

self.addEventListener('activate', event => {
  event.waitUntil(caches.keys()
    .then(names => Promise.all(names.filter(name => name.startsWith('driver-') && name !== VERSION)
      .map(name => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener('fetch', event => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method === 'GET' && FILES.includes(pathname)) {
    event.respondWith(caches.open(VERSION)
      .then(cache => cache.match(pathname))
      .then(found => found || fetch(event.request)));
  }
});
