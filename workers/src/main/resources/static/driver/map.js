// The rest of the tour on the map of the town: our own roads, drawn by Leaflet.
const roads = {
  main: { color: '#b9b4a6', weight: 3 },
  street: { color: '#d3cfc3', weight: 1.5 },
  lane: { color: '#e2dfd6', weight: 1 },
};

export function draw(element, data, stops, here, open) {
  const doors = stops.filter(stop => stop.latitude != null);
  if (!window.L || !doors.length) {
    element.hidden = true;
    return;
  }
  const map = L.map(element, { preferCanvas: true, attributionControl: false });
  map.setView([doors[0].latitude, doors[0].longitude], 14);
  if (data?.tiles) {
    L.tileLayer(data.tiles).addTo(map);
  }
  if (data?.network) {
    L.geoJSON(JSON.parse(data.network), {
      interactive: false,
      style: road => roads[road.properties.kind] || roads.lane,
    }).addTo(map);
  }
  if (data?.route) {
    L.geoJSON(JSON.parse(data.route), { interactive: false, style: { color: '#1f6b43', weight: 5, opacity: 0.7 } })
      .addTo(map);
  }
  const bounds = L.latLngBounds([]);
  doors.forEach((stop, n) => {
    const icon = L.divIcon({ className: n ? 'map-stop' : 'map-stop next', html: '', iconSize: [30, 30] });
    const title = `${stop.number} · ${stop.address}`;
    const marker = L.marker([stop.latitude, stop.longitude], { icon, title, alt: title }).addTo(map);
    marker.getElement().textContent = String(stop.position);
    marker.on('click', () => open(stop));
    bounds.extend(marker.getLatLng());
  });
  if (here) {
    L.circleMarker([here.latitude, here.longitude], { radius: 8, color: '#1d4ed8', fillOpacity: 0.8 }).addTo(map);
    bounds.extend([here.latitude, here.longitude]);
  }
  map.fitBounds(bounds.pad(0.15), { maxZoom: 16, animate: false });
  element.dataset.drawn = String(doors.length);
}
