// Draws roads, tours and stops with Leaflet: everything comes from our own map, unless a tile server is configured.
window.orchard = window.orchard || {};
window.orchard.routemap = (() => {
  const roads = {
    main: { color: '#b9b4a6', weight: 3 },
    street: { color: '#d3cfc3', weight: 1.5 },
    lane: { color: '#e2dfd6', weight: 1 },
  };
  const tours = ['#1f6b43', '#b45309', '#1d4ed8', '#a21caf', '#0e7490', '#b91c1c'];

  function middle(data) {
    const first = data.depot || data.tours.flatMap(tour => tour.stops)[0];
    return first ? [first.latitude, first.longitude] : [0, 0];
  }

  function draw(element, json, network) {
    if (!window.L) {
      element.hidden = true;
      return;
    }
    const data = JSON.parse(json);
    if (!element.map) {
      element.map = L.map(element, { preferCanvas: true, attributionControl: false, scrollWheelZoom: false });
      // A map without a view keeps its markers back
      element.map.setView(middle(data), 13);
      element.shown = L.layerGroup().addTo(element.map);
      if (data.tiles) {
        L.tileLayer(data.tiles).addTo(element.map);
      }
    }
    const layer = element.shown.clearLayers();
    const bounds = L.latLngBounds([]);
    if (network) {
      if (element.roads) {
        element.roads.remove();
      }
      element.roads = L.geoJSON(JSON.parse(network), {
        interactive: false,
        style: road => roads[road.properties.kind] || roads.lane,
      }).addTo(element.map).bringToBack();
    }
    data.tours.forEach((tour, n) => {
      const color = tours[n % tours.length];
      if (tour.route) {
        const line = L.geoJSON(JSON.parse(tour.route), { interactive: false, style: { color, weight: 5, opacity: 0.75 } });
        line.addTo(layer);
        bounds.extend(line.getBounds());
      }
      tour.stops.forEach(stop => {
        const icon = L.divIcon({ className: 'map-stop ' + stop.state, html: '', iconSize: [26, 26] });
        const marker = L.marker([stop.latitude, stop.longitude], { icon, title: stop.title, alt: stop.title });
        marker.addTo(layer);
        marker.getElement().textContent = stop.place;
        marker.getElement().style.background = color;
        bounds.extend(marker.getLatLng());
      });
      if (tour.driver) {
        const icon = L.divIcon({ className: 'map-driver', html: '', iconSize: [34, 34] });
        const title = tour.driver.title;
        const driver = L.marker([tour.driver.latitude, tour.driver.longitude],
          { icon, title, alt: title, zIndexOffset: 1000 }).addTo(layer);
        driver.getElement().textContent = title.charAt(0);
        driver.getElement().style.borderColor = color;
        bounds.extend(driver.getLatLng());
      }
    });
    if (data.depot) {
      const icon = L.divIcon({ className: 'map-depot', html: '', iconSize: [18, 18] });
      bounds.extend(L.marker([data.depot.latitude, data.depot.longitude], { icon, title: data.depot.title })
        .addTo(layer).getLatLng());
    }
    // Somebody who is seen for the first time is in view; otherwise it stays as its reader moved it
    const drivers = data.tours.filter(tour => tour.driver).length;
    if (bounds.isValid() && !(element.drivers >= drivers)) {
      element.drivers = drivers;
      element.map.fitBounds(bounds.pad(0.1), { maxZoom: 16, animate: false });
    }
    element.dataset.drawn = String(data.tours.length);
  }

  return { draw };
})();
