// Draws roads, routes, stops and vehicles with Leaflet, from our own map data. No picture comes from elsewhere unless
// a tile server is configured. What does not change is not drawn again, so that a live map does not flicker.
(() => {
  const leafletReady = () =>
    new Promise((resolve) => {
      const look = () => (window.L ? resolve(window.L) : setTimeout(look, 30));
      look();
    });

  const colours = ['#1f5fbf', '#b3471d', '#2d7a3e', '#7a3e9d', '#8a6d00', '#0f7c86'];
  const widths = { main: 4, street: 2, lane: 1 };

  const parsed = (value) => (typeof value === 'string' ? JSON.parse(value) : value);

  const open = (host, L, state) => {
    const map = L.map(host, { preferCanvas: true, attributionControl: Boolean(state.tiles), zoomControl: true });
    host.routeMap = {
      map,
      roads: L.layerGroup().addTo(map),
      routes: L.layerGroup().addTo(map),
      stops: L.layerGroup().addTo(map),
      vehicles: L.layerGroup().addTo(map),
      drawn: {},
    };
    if (state.tiles) {
      L.tileLayer(state.tiles, { attribution: state.attribution || '' }).addTo(map);
    }
    // Dialogs and tabs give their size late
    new ResizeObserver(() => map.invalidateSize()).observe(host);
  };

  const once = (host, part, value, draw) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value || null);
    if (host.routeMap.drawn[part] === text) {
      return;
    }
    host.routeMap.drawn[part] = text;
    host.routeMap[part].clearLayers();
    draw(host.routeMap[part]);
  };

  const label = (text) => {
    const made = document.createElement('span');
    made.textContent = text;
    return made;
  };

  const roads = (host, L, network) =>
    once(host, 'roads', network, (layer) => {
      const data = parsed(network);
      if (data) {
        L.geoJSON(data, {
          interactive: false,
          style: (road) => ({ color: '#b9b4a8', weight: widths[road.properties.kind] || 1, opacity: 0.9 }),
        }).addTo(layer);
      }
    });

  // A route: { line: GeoJSON, name }
  const routes = (host, L, all) =>
    once(host, 'routes', all, (layer) =>
      (all || []).forEach((route, n) => {
        const style = { color: colours[n % colours.length], weight: 5, opacity: 0.8 };
        const drawn = L.geoJSON(parsed(route.line), { style }).addTo(layer);
        if (route.name) {
          drawn.bindTooltip(label(route.name));
        }
      }));

  // A stop: { lat, lon, text: what stands in the pin, title, state: open | next | done | failed | late | kitchen }
  const stops = (host, L, all) =>
    once(host, 'stops', all, (layer) =>
      (all || []).forEach((stop) => {
        const pin = document.createElement('span');
        pin.className = `route-pin route-pin-${stop.state || 'open'}`;
        pin.textContent = stop.text || '';
        const icon = L.divIcon({ html: pin, className: '', iconSize: [28, 28], iconAnchor: [14, 14] });
        const marker = L.marker([stop.lat, stop.lon], { icon, title: stop.title || '', alt: stop.title || '', keyboard: true });
        if (stop.title) {
          marker.bindPopup(label(stop.title));
        }
        marker.on('click', () => host.dispatchEvent(new CustomEvent('stop-chosen', { detail: { id: stop.id } })));
        marker.addTo(layer);
      }));

  // A vehicle: { lat, lon, name }
  const vehicles = (host, L, all) =>
    once(host, 'vehicles', all, (layer) =>
      (all || []).forEach((vehicle) =>
        L.circleMarker([vehicle.lat, vehicle.lon], { radius: 9, color: '#fff', weight: 3, fillColor: '#111', fillOpacity: 1 })
          .bindTooltip(label(vehicle.name || ''), { permanent: Boolean(vehicle.name), direction: 'right' })
          .addTo(layer)));

  const lookAt = (host, L, state) => {
    const points = [...(state.stops || []), ...(state.vehicles || [])].map((point) => [point.lat, point.lon]);
    const box = points.length > 0 ? L.latLngBounds(points) : state.bounds && L.latLngBounds(state.bounds);
    if (box && !host.routeMap.hasLooked) {
      host.routeMap.hasLooked = true;
      host.routeMap.map.fitBounds(box.pad(0.1), { maxZoom: 16, animate: false });
    }
  };

  // { network, routes, stops, vehicles, bounds: [[south, west], [north, east]], tiles, attribution }
  const show = async (host, given) => {
    const L = await leafletReady();
    const state = parsed(given);
    if (!host.routeMap) {
      open(host, L, state);
    }
    lookAt(host, L, state);
    roads(host, L, state.network);
    routes(host, L, state.routes);
    stops(host, L, state.stops);
    vehicles(host, L, state.vehicles);
  };

  // Forgets the part of the town that was looked at; the next show looks at everything again
  const refit = (host) => {
    if (host.routeMap) {
      host.routeMap.hasLooked = false;
    }
  };

  window.orchard = window.orchard || {};
  window.orchard.routeMap = { show, refit };

  // On pages without the console: <div class="route-map" data-route-map='{…}'>
  const fromPage = () =>
    document.querySelectorAll('[data-route-map]').forEach((host) => show(host, host.dataset.routeMap));
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', fromPage);
  } else {
    fromPage();
  }
})();
