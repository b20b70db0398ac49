// Draws where an order is: the driver, the door, and the roads of our own map between them.
(() => {
  'use strict';
  const roads = {
    main: {color: '#b9b4a6', weight: 3},
    street: {color: '#d3cfc3', weight: 1.5},
    lane: {color: '#e2dfd6', weight: 1},
  };

  const spot = place => [place.latitude, place.longitude];

  function marker(map, place, name, size, text) {
    const icon = L.divIcon({className: name, html: '', iconSize: [size, size]});
    const drawn = L.marker(spot(place), {icon, title: place.name, alt: place.name, keyboard: false}).addTo(map);
    drawn.getElement().textContent = text;
    return drawn;
  }

  async function drawRoads(section, map) {
    const answer = await fetch(section.dataset.roads);
    if (!answer.ok) return;
    const layer = L.geoJSON(await answer.json(), {
      interactive: false,
      style: road => roads[road.properties.kind] || roads.lane,
    });
    if (map.roads) map.roads.remove();
    map.roads = layer.addTo(map);
    section.querySelector('.map').dataset.roads = String(layer.getLayers().length);
  }

  function open(element, places) {
    const map = L.map(element, {preferCanvas: true, attributionControl: false, scrollWheelZoom: false});
    map.fitBounds(L.latLngBounds(places.map(spot)).pad(0.3), {maxZoom: 16, animate: false});
    return map;
  }

  window.orchardWay = section => {
    const way = JSON.parse(section.dataset.way);
    for (const words of ['expected', 'stops', 'seen']) {
      const at = section.querySelector('[data-way-' + words + ']');
      if (at.textContent !== way[words]) at.textContent = way[words];
    }
    const element = section.querySelector('.map');
    const places = [way.driver, way.door].filter(Boolean);
    element.hidden = !way.driver;
    if (!way.driver) return;
    const isNew = !element.map;
    const map = element.map = element.map || open(element, places);
    if (way.door && !map.door) map.door = marker(map, way.door, 'map-door', 22, '');
    if (map.driver) map.driver.setLatLng(spot(way.driver));
    else map.driver = marker(map, way.driver, 'map-driver', 34, way.driver.name.charAt(0));
    element.dataset.driver = spot(way.driver).join(',');
    const known = map.roads && map.roads.getBounds();
    if (isNew || (known && known.isValid() && !known.contains(spot(way.driver)))) drawRoads(section, map);
    if (!map.getBounds().contains(spot(way.driver))) {
      map.fitBounds(L.latLngBounds(places.map(spot)).pad(0.3), {maxZoom: 16});
    }
  };
})();
