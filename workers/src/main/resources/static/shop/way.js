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

  async function drawRoads(element, map, address) {
    const answer = await fetch(address);
    if (!answer.ok) return;
    const layer = L.geoJSON(await answer.json(), {
      interactive: false,
      style: road => roads[road.properties.kind] || roads.lane,
    });
    if (map.roads) map.roads.remove();
    map.roads = layer.addTo(map);
    element.dataset.roads = String(layer.getLayers().length);
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
    if (isNew || (known && known.isValid() && !known.contains(spot(way.driver)))) drawRoads(element, map, section.dataset.roads);
    if (!map.getBounds().contains(spot(way.driver))) {
      map.fitBounds(L.latLngBounds(places.map(spot)).pad(0.3), {maxZoom: 16});
    }
  };

  // The map of an address form: what is under the cross becomes the door's place when its button is pressed
  window.orchardPin = part => {
    const element = part.querySelector('.map');
    if (element.map) return;
    part.hidden = false;
    const form = part.closest('form');
    const said = part.querySelector('[role=status]');
    const remove = part.querySelector('[data-pin-remove]');
    const here = part.querySelector('[data-pin-here]');
    const at = [part.dataset.latitude, part.dataset.longitude].map(Number);
    const map = element.map = L.map(element, {preferCanvas: true, attributionControl: false, scrollWheelZoom: false});
    map.setView(at, form.latitude.value ? 17 : 14);
    const around = ({lat, lng}) => '/place/roads?latitude=' + lat.toFixed(2) + '&longitude=' + lng.toFixed(2);
    const look = () => {
      const address = around(map.getCenter());
      if (look.last !== address) drawRoads(element, map, look.last = address).catch(() => {});
    };
    const show = () => {
      remove.hidden = !form.latitude.value;
      if (map.pin) map.pin.remove();
      map.pin = form.latitude.value
        && L.circleMarker([form.latitude.value, form.longitude.value], {radius: 9, color: '#b3300f', fillOpacity: .8, interactive: false}).addTo(map);
      element.dataset.pin = form.latitude.value ? form.latitude.value + ',' + form.longitude.value : '';
    };
    const put = async point => {
      form.latitude.value = point.lat.toFixed(6);
      form.longitude.value = point.lng.toFixed(6);
      show();
      const answer = await fetch('/place/zone?latitude=' + form.latitude.value + '&longitude=' + form.longitude.value);
      const known = answer.ok ? await answer.json() : {sentence: ''};
      said.className = known.delivers ? 'small' : 'small error';
      said.textContent = known.sentence;
    };
    map.on('moveend', look).on('click', event => map.panTo(event.latlng));
    part.querySelector('[data-pin-set]').addEventListener('click', () => put(map.getCenter()));
    remove.addEventListener('click', () => {
      form.latitude.value = form.longitude.value = said.textContent = '';
      show();
    });
    here.hidden = !navigator.geolocation;
    here.addEventListener('click', () => navigator.geolocation.getCurrentPosition(({coords}) => {
      map.setView([coords.latitude, coords.longitude], 17);
      put(map.getCenter());
    }, () => (said.textContent = part.dataset.failed), {enableHighAccuracy: true, timeout: 15000}));
    look();
    show();
  };
})();
