// Where the driver is, while a tour is on the road and only then: every fifteen seconds or hundred metres.
import { Away, post } from './api.js';
import { places } from './store.js';

const EVERY_MILLIS = 15_000;
const EVERY_METRES = 100;
const MOST_AT_ONCE = 200;

let tour = null;
let watch = null;
let last = null;
let sending = false;

export function follow(startedTour) {
  if (startedTour === tour) {
    return;
  }
  tour = startedTour;
  last = null;
  if (watch !== null) {
    navigator.geolocation.clearWatch(watch);
    watch = null;
  }
  if (tour && navigator.geolocation) {
    watch = navigator.geolocation.watchPosition(note, () => {}, { enableHighAccuracy: true, maximumAge: 5000 });
  }
}

export const here = () => last;

async function note({ coords, timestamp }) {
  const place = { latitude: coords.latitude, longitude: coords.longitude, accuracyMetres: Math.round(coords.accuracy) };
  if (last && timestamp - last.timestamp < EVERY_MILLIS && metres(last, place) < EVERY_METRES) {
    return;
  }
  last = { ...place, timestamp };
  await places.add({ tour, ...place, at: new Date(timestamp).toISOString() });
  send();
}

export async function send() {
  if (sending) {
    return;
  }
  sending = true;
  try {
    for (let some = await places.some(MOST_AT_ONCE); some.length; some = await places.some(MOST_AT_ONCE)) {
      const of = some[0].place.tour;
      const batch = some.filter(one => one.place.tour === of);
      const positions = batch.map(({ place: { tour: ignored, ...position } }) => position);
      try {
        await post(`/api/staff/tours/${of}/positions`, { positions });
      } catch (e) {
        if (e instanceof Away || e.status === 401) {
          return;
        }
        // A tour that has ended wants to know no more
      }
      await places.remove(batch.map(one => one.key));
    }
  } finally {
    sending = false;
  }
}

function metres(a, b) {
  const north = (a.latitude - b.latitude) * 111_195;
  const east = (a.longitude - b.longitude) * 111_195 * Math.cos(a.latitude * Math.PI / 180);
  return Math.hypot(north, east);
}
