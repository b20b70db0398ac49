// Arrow keys move through lists of links; Enter is the browser's own. X ticks the row's box, Ctrl + Enter does the task.
(() => {
  const steps = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 };

  const choose = (event) => {
    const box = document.activeElement.matches?.('.rows a.row')
      && document.activeElement.closest('.task-row')?.querySelector('vaadin-checkbox');
    if (box && event.key.toLowerCase() === 'x' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      box.click();
      event.preventDefault();
    }
  };

  const complete = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const row = document.activeElement.closest?.('.task-row');
      const button = [...document.querySelectorAll('.task-panel .complete')].find((one) => one.offsetParent)
        ?? row?.querySelector('.one-tap');
      if (button) {
        event.preventDefault();
        button.click();
      }
    }
  };

  document.addEventListener('keydown', choose);
  document.addEventListener('keydown', complete);
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
