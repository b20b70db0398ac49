// What the phone keeps: the round as it was last seen, what is still to be sent, and places on the way.
const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open('orchard-driver', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('kept');
    request.result.createObjectStore('queue', { keyPath: 'id' });
    request.result.createObjectStore('places', { autoIncrement: true });
  };
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

function asked(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function store(name, mode = 'readonly') {
  return (await opened).transaction(name, mode, { durability: 'strict' }).objectStore(name);
}

// Kept means on the disk: a phone may be off the next moment
async function change(name, doing) {
  const transaction = (await opened).transaction(name, 'readwrite', { durability: 'strict' });
  const request = doing(transaction.objectStore(name));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

export const kept = {
  get: async key => asked((await store('kept')).get(key)),
  put: (key, value) => change('kept', all => all.put(value, key)),
  forget: () => change('kept', all => all.clear()),
};

export const queue = {
  all: async () => (await asked((await store('queue')).getAll())).sort((a, b) => a.madeAt - b.madeAt),
  put: entry => change('queue', all => all.put(entry)),
  remove: id => change('queue', all => all.delete(id)),
};

export const places = {
  add: place => change('places', all => all.add(place)),
  async some(most) {
    const all = await store('places');
    const [keys, values] = await Promise.all([asked(all.getAllKeys(null, most)), asked(all.getAll(null, most))]);
    return keys.map((key, n) => ({ key, place: values[n] }));
  },
  remove: keys => change('places', all => keys.map(key => all.delete(key)).at(-1) || all.count()),
};

export function newId() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}
