// Arrow keys move through lists of links; Enter is the browser's own.
(() => {
  const steps = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 };

  document.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    const typing = event.target.closest?.('input, textarea, vaadin-grid, [role=listbox], [role=radiogroup], vaadin-select, vaadin-combo-box');
    if (!step || typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const rows = [...document.querySelectorAll('.rows a.row')].filter((row) => row.offsetParent);
    if (!rows.length) {
      return;
    }
    const at = rows.indexOf(document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step));
    rows[next].focus();
    event.preventDefault();
  });
})();
