// Draws a BPMN model into an element and marks in it where one instance is and which ways it took.
(() => {
  const viewerReady = () =>
    new Promise((resolve) => {
      const look = () => (window.BpmnJS ? resolve(window.BpmnJS) : setTimeout(look, 30));
      look();
    });

  const button = (text, label, action) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.title = label;
    made.setAttribute('aria-label', label);
    made.addEventListener('click', action);
    return made;
  };

  // Wide models are not squeezed: one sees a readable part around the step it is at
  const centre = (canvas, elements) => {
    canvas.zoom('fit-viewport', 'auto');
    const { inner, outer } = canvas.viewbox();
    const readable = outer.width < 600 ? 0.62 : 0.78;
    if (canvas.zoom() >= readable) {
      return;
    }
    const width = outer.width / readable;
    const height = outer.height / readable;
    const within = (middle, extent, from, size) =>
      extent >= size ? from + (size - extent) / 2 : Math.min(Math.max(middle - extent / 2, from), from + size - extent);
    const at = elements[0] || { x: inner.x + inner.width, y: inner.y + inner.height / 2, width: 0, height: 0 };
    const x = within(at.x + at.width / 2, width, inner.x - 20, inner.width + 40);
    const y = within(at.y + at.height / 2, height, inner.y - 20, inner.height + 40);
    canvas.viewbox({ x, y, width, height });
  };

  const clear = (host) => {
    const canvas = host.viewer.get('canvas');
    (host.marked || []).forEach(([id, marker]) => canvas.removeMarker(id, marker));
    host.marked = [];
    host.viewer.get('overlays').clear();
  };

  const mark = (host) => {
    const { active, completed, flows, incidents, words, here, stuckHere, summary } = host.state;
    const canvas = host.viewer.get('canvas');
    const overlays = host.viewer.get('overlays');
    const registry = host.viewer.get('elementRegistry');
    clear(host);
    const put = (ids, marker) =>
      ids.filter((id) => registry.get(id)).forEach((id) => {
        canvas.addMarker(id, marker);
        host.marked.push([id, marker]);
      });
    put(completed, 'was-here');
    put(flows, 'way-taken');
    // Of a sub-process and the step inside it, only the step is where the order is
    const around = (id) => ['bpmn:Process', 'bpmn:SubProcess'].includes(registry.get(id).type);
    const present = active.filter((id) => registry.get(id));
    const inner = present.filter((id) => !around(id));
    put(inner, 'is-here');
    put(incidents, 'is-stuck');
    const tag = (id, word, style, below) => {
      const shape = registry.get(id);
      if (shape && !shape.waypoints) {
        const label = document.createElement('div');
        label.className = 'token ' + style;
        label.textContent = word;
        const top = below ? shape.height - 8 : -13;
        overlays.add(id, { position: { top, left: shape.width / 2 - 24 }, html: label });
      }
    };
    inner.filter((id) => !incidents.includes(id)).forEach((id) => tag(id, words.here, 'token-here'));
    incidents.forEach((id) => tag(id, words.stuck, 'token-stuck'));
    if (here) {
      put(Object.keys(here), 'is-here');
      put(Object.keys(stuckHere), 'is-stuck');
      Object.entries(here).forEach(([id, number]) => tag(id, number, 'token-here'));
      Object.entries(stuckHere).forEach(([id, number]) => tag(id, number + ' ' + words.stuck, 'token-stuck', 'below'));
      host.where.textContent = summary;
      host.setAttribute('aria-label', summary);
      host.dataset.here = Object.entries(here).map(([id, number]) => id + '=' + number).join(' ');
      if (host.shown === undefined) {
        host.shown = '';
        centre(canvas, []);
      }
      return;
    }
    const names = inner.map((id) => registry.get(id).businessObject.name).filter(Boolean);
    host.where.textContent = names.length ? names.join(' · ') : words.ended;
    host.setAttribute('aria-label', host.where.textContent);
    host.dataset.active = inner.join(' ');
    const shown = inner.join(' ');
    if (shown !== host.shown) {
      host.shown = shown;
      centre(canvas, inner.map((id) => registry.get(id)));
    }
  };

  const prepare = (host, words) => {
    host.replaceChildren();
    host.where = document.createElement('p');
    host.where.className = 'where';
    host.where.setAttribute('role', 'status');
    const paper = document.createElement('div');
    paper.className = 'paper';
    const tools = document.createElement('div');
    tools.className = 'tools';
    const zoom = (factor) => () => {
      const canvas = host.viewer.get('canvas');
      canvas.zoom(canvas.zoom() * factor, 'auto');
    };
    tools.append(
      button('−', words.farther, zoom(1 / 1.25)),
      button('+', words.closer, zoom(1.25)),
      button('⤢', words.fit, () => host.viewer.get('canvas').zoom('fit-viewport', 'auto')),
    );
    host.append(host.where, paper, tools);
    return paper;
  };

  const draw = async (host, xml, state) => {
    host.state = JSON.parse(state);
    const turn = (host.turn = (host.turn || 0) + 1);
    const BpmnJS = await viewerReady();
    if (turn !== host.turn) {
      return;
    }
    host.viewer?.destroy();
    host.viewer = new BpmnJS({ container: prepare(host, host.state.words) });
    host.marked = [];
    host.shown = undefined;
    host.drawn = false;
    await host.viewer.importXML(xml);
    if (turn !== host.turn) {
      return;
    }
    host.viewer.get('eventBus').on('element.click', ({ element }) =>
      host.dispatchEvent(new CustomEvent('step-chosen', { detail: element.id.replace(/_label$/, '') })),
    );
    // The wheel scrolls the page, not the drawing
    host.viewer.get('zoomScroll').toggle(false);
    host.drawn = true;
    mark(host);
  };

  window.orchard = window.orchard || {};
  window.orchard.diagram = {
    draw,
    mark: (host, state) => {
      host.state = JSON.parse(state);
      if (host.drawn) {
        mark(host);
      }
    },
  };
})();
