// Draws the zones with Leaflet, and lets one of them be changed: corners are dragged by mouse or finger, or moved with
// the arrow keys; a dragged middle of a side becomes a corner.
window.orchard = window.orchard || {};
window.orchard.zonemap = (() => {
  const roads = {
    main: { color: '#b9b4a6', weight: 3 },
    street: { color: '#d3cfc3', weight: 1.5 },
    lane: { color: '#e2dfd6', weight: 1 },
  };
  const colours = ['#1f6b43', '#b45309', '#1d4ed8', '#a21caf', '#0e7490', '#b91c1c'];
  const steps = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const STEP = 0.0005;

  function draw(element, json, network) {
    if (!window.L) {
      element.hidden = true;
      return;
    }
    const data = JSON.parse(json);
    if (!element.map) {
      element.map = L.map(element, { preferCanvas: false, attributionControl: false, scrollWheelZoom: false });
      element.map.setView([0, 0], 2);
      element.map.createPane('roads').style.zIndex = 350;
      new ResizeObserver(() => {
        element.map.invalidateSize({ animate: false });
        fit(element);
      }).observe(element);
      element.map.on('click', event => add(element, event.latlng));
      element.shown = L.layerGroup().addTo(element.map);
      element.edited = L.layerGroup().addTo(element.map);
    }
    if (network) {
      if (element.roads) {
        element.roads.remove();
      }
      element.roads = L.geoJSON(JSON.parse(network), {
        interactive: false,
        renderer: L.canvas({ pane: 'roads' }),
        style: road => roads[road.properties.kind] || roads.lane,
      }).addTo(element.map);
    }
    element.data = data;
    element.shown.clearLayers();
    const bounds = L.latLngBounds([]);
    data.zones.forEach(zone => {
      zone.corners.forEach(corner => bounds.extend(corner));
      if (zone.corners.length && !zone.open) {
        L.polygon(zone.corners, { interactive: false, color: colours[zone.colour], weight: 2, fillOpacity: 0.08 })
          .addTo(element.shown)
          .bindTooltip(zone.name, { permanent: true, direction: 'center', className: 'zone-name' });
      }
    });
    data.marks.forEach(mark => {
      const icon = L.divIcon({ className: 'map-mark ' + mark.kind, html: '', iconSize: [14, 14] });
      L.marker([mark.latitude, mark.longitude], { icon, title: mark.title, alt: mark.title, keyboard: false })
        .addTo(element.shown).bindTooltip(mark.title);
      bounds.extend([mark.latitude, mark.longitude]);
    });
    const open = data.zones.find(zone => zone.open);
    element.colour = open ? colours[open.colour] : colours[0];
    element.open = Boolean(open);
    element.drawing = element.open && open.corners.length === 0;
    element.ring = open ? open.corners.map(corner => L.latLng(corner)) : [];
    element.before = [];
    element.chosen = -1;
    element.wanted = open && open.corners.length ? L.latLngBounds(open.corners) : bounds;
    fit(element);
    edit(element);
    element.dataset.drawn = String(data.zones.length);
  }

  /** As soon as the page gave the map a place. */
  function fit(element) {
    if (element.wanted && element.wanted.isValid() && element.clientWidth && element.clientHeight) {
      element.map.invalidateSize({ animate: false });
      element.map.fitBounds(element.wanted.pad(0.1), { maxZoom: 16, animate: false });
      element.wanted = null;
    }
  }

  function edit(element, focused) {
    const layer = element.edited.clearLayers();
    element.dataset.corners = String(element.ring.length);
    if (!element.open) {
      return;
    }
    const shape = L.polygon(element.ring, { interactive: false, color: element.colour, weight: 3, fillOpacity: 0.18 })
      .addTo(layer);
    element.ring.forEach((corner, n) => {
      const icon = L.divIcon({ className: 'map-corner' + (n === element.chosen ? ' chosen' : ''), iconSize: [28, 28] });
      const title = element.data.corner.replace('0', n + 1);
      const marker = L.marker(corner, { icon, draggable: true, title, alt: title, zIndexOffset: 1000 }).addTo(layer);
      marker.on('click', () => choose(element, n));
      follow(element, marker, shape, at => element.ring.map((one, m) => m === n ? at : one));
      marker.getElement().setAttribute('aria-label', title);
      marker.getElement().addEventListener('keydown', event => key(element, n, event));
      if (n === focused) {
        marker.getElement().focus();
      }
    });
    if (element.ring.length > 2) {
      element.ring.forEach((corner, n) => {
        const next = element.ring[(n + 1) % element.ring.length];
        const icon = L.divIcon({ className: 'map-middle', iconSize: [26, 26] });
        const at = [(corner.lat + next.lat) / 2, (corner.lng + next.lng) / 2];
        const marker = L.marker(at, { icon, draggable: true, title: element.data.middle, alt: element.data.middle,
          keyboard: false }).addTo(layer);
        marker.on('click', () => change(element, inserted(element, n, marker.getLatLng())));
        follow(element, marker, shape, to => inserted(element, n, to));
      });
    }
  }

  function follow(element, marker, shape, ring) {
    marker.on('drag', () => shape.setLatLngs(ring(marker.getLatLng())));
    marker.on('dragend', () => change(element, ring(marker.getLatLng())));
  }

  function inserted(element, n, at) {
    return [...element.ring.slice(0, n + 1), at, ...element.ring.slice(n + 1)];
  }

  function choose(element, n) {
    element.chosen = element.chosen === n ? -1 : n;
    edit(element, n);
  }

  function key(element, n, event) {
    const step = steps[event.key];
    if (step) {
      const corner = element.ring[n];
      change(element, element.ring.map((one, m) =>
        m === n ? L.latLng(corner.lat + step[0] * STEP, corner.lng + step[1] * STEP) : one), n);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      element.chosen = n;
      removeCorner(element);
    } else if (event.key === 'Enter' || event.key === ' ') {
      choose(element, n);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  function add(element, at) {
    if (element.open && element.drawing) {
      change(element, [...element.ring, at]);
    }
  }

  function change(element, ring, focused) {
    element.before.push(element.ring);
    element.ring = ring;
    tell(element, focused);
  }

  function tell(element, focused) {
    edit(element, focused);
    const detail = element.ring.map(corner => [corner.lat, corner.lng]);
    element.dispatchEvent(new CustomEvent('corners-changed', { detail }));
  }

  function anew(element) {
    element.drawing = true;
    element.chosen = -1;
    change(element, []);
  }

  function removeCorner(element) {
    const n = element.chosen < 0 ? element.ring.length - 1 : element.chosen;
    if (n >= 0) {
      element.chosen = -1;
      change(element, element.ring.filter((one, m) => m !== n));
    }
  }

  function back(element) {
    if (element.before.length) {
      element.ring = element.before.pop();
      element.chosen = -1;
      tell(element);
    }
  }

  return { draw, anew, removeCorner, back };
})();
