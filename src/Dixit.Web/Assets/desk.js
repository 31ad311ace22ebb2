// SPDX-License-Identifier: Apache-2.0
// What a page can do beside what it does without this file.
(() => {
  'use strict';

  // An article: whoever points at a piece sees its cue, its source and its content together, with arcs between them.
  const article = document.querySelector('[data-arcs]');
  if (article) {
    const ns = 'http://www.w3.org/2000/svg';
    const arcs = document.createElementNS(ns, 'svg');
    arcs.setAttribute('class', 'arcs');
    arcs.setAttribute('aria-hidden', 'true');
    article.append(arcs);
    const show = (number) => {
      article.querySelectorAll('.is-active').forEach((each) => each.classList.remove('is-active'));
      arcs.replaceChildren();
      if (!number) return;
      const own = [...article.querySelectorAll(`[data-a="${CSS.escape(number)}"]`)];
      own.forEach((each) => each.classList.add('is-active'));
      const entry = own.find((each) => each.matches('li'));
      const list = entry && entry.parentElement;
      // The list has its own scroll where it stands beside the text; the page itself never moves under the pointer.
      if (list && list.scrollHeight > list.clientHeight && !list.matches(':hover') && !list.contains(document.activeElement))
        list.scrollTop += entry.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
      const first = (role) => own.find((each) => each.classList.contains(role));
      const frame = article.getBoundingClientRect();
      const middle = (element) => {
        const box = element.getClientRects()[0];
        return [box.left - frame.left + box.width / 2, box.top - frame.top];
      };
      const join = (from, to) => {
        if (!from || !to) return;
        const [[x1, y1], [x2, y2]] = [middle(from), middle(to)];
        const path = document.createElementNS(ns, 'path');
        path.setAttribute('d', `M${x1} ${y1} Q${(x1 + x2) / 2} ${Math.min(y1, y2) - 26} ${x2} ${y2}`);
        path.setAttribute('class', [...from.classList].find((name) => /^c\d$/.test(name)) || '');
        arcs.append(path);
      };
      join(first('source'), first('cue'));
      join(first('cue'), first('content'));
    };
    const of = (event) => event.target.closest && event.target.closest('[data-a]');
    for (const kind of ['mouseover', 'focusin'])
      article.addEventListener(kind, (event) => show(of(event) && of(event).dataset.a));
    article.addEventListener('mouseleave', () => show(null));
  }

  // The histogram: a range is drawn with the mouse from one column to another; a click alone follows its link.
  document.querySelectorAll('[data-brush]').forEach((brush) => {
    const columns = [...brush.querySelectorAll('a[data-from]')];
    let start = -1;
    // The column nearest to the pointer, wherever it went meanwhile: days without a report have no column of their own.
    const at = (event) => columns.reduce((best, column, i) => {
      const box = column.querySelector('.hit').getBoundingClientRect();
      const distance = Math.abs(event.clientX - (box.left + box.right) / 2);
      return distance < best.distance ? { i, distance } : best;
    }, { i: -1, distance: Infinity }).i;
    const paint = (end) => columns.forEach((column, i) =>
      column.querySelector('.hit').classList.toggle('is-chosen', start >= 0 && i >= Math.min(start, end) && i <= Math.max(start, end)));
    brush.addEventListener('dragstart', (event) => event.preventDefault());
    brush.addEventListener('pointerdown', (event) => { if (event.button === 0 && event.target.closest('svg')) start = at(event); });
    window.addEventListener('pointermove', (event) => { if (start >= 0) paint(at(event)); });
    window.addEventListener('pointerup', (event) => {
      if (start < 0) return;
      const [from, end] = [start, at(event)];
      start = -1;
      paint(-1);
      if (end === from) return;
      const url = new URL(brush.dataset.brush, location.href);
      url.searchParams.set('from', columns[Math.min(from, end)].dataset.from);
      url.searchParams.set('to', columns[Math.max(from, end)].dataset.to);
      location.href = url.href;
    });
    window.addEventListener('pointercancel', () => { start = -1; paint(-1); });
  });

  // Review: one key each.
  const review = document.querySelector('[data-review]');
  if (review) {
    const items = [...review.querySelectorAll('.doubt')];
    let current = -1;
    const go = (to) => {
      current = Math.max(0, Math.min(items.length - 1, to));
      items.forEach((item, i) => item.classList.toggle('is-active', i === current));
      if (items[current]) items[current].focus();
    };
    review.addEventListener('focusin', (event) => {
      const item = event.target.closest('.doubt');
      if (item) current = items.indexOf(item);
    });
    document.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
      if (event.key === 'j') go(current + 1);
      else if (event.key === 'k') go(current - 1);
      else if (/^[arf]$/.test(event.key) && items.length) {
        if (current < 0) go(0);
        const button = items[current].querySelector(`[data-key="${event.key}"]`);
        if (!button) return;
        event.preventDefault();
        button.click();
        const field = event.key === 'f' && items[current].querySelector('details[open] input:not([type=hidden])');
        if (field) field.focus();
      }
    });
  }

  // Reading: progress as it comes.
  const job = document.querySelector('[data-job]');
  if (job) {
    const events = new EventSource(`/api/v1/read/${encodeURIComponent(job.dataset.job)}/events`);
    events.addEventListener('progress', (event) => {
      const { counts } = JSON.parse(event.data);
      const status = job.querySelector('[role=status]');
      let i = 0;
      const values = [counts.added + counts.changed + counts.refreshed + counts.unchanged, counts.added, counts.changed, counts.unchanged, counts.failed];
      status.textContent = status.textContent.replace(/\d[\d\u202f,]*/g, () => values[i++] ?? '');
    });
    events.addEventListener('over', () => { events.close(); location.reload(); });
  }

  // Files may be dropped on the form.
  document.querySelectorAll('[data-drop]').forEach((form) => {
    const field = form.querySelector('input[type=file]');
    for (const kind of ['dragover', 'dragleave', 'drop']) {
      form.addEventListener(kind, (event) => {
        event.preventDefault();
        form.classList.toggle('is-over', kind === 'dragover');
        if (kind === 'drop' && event.dataTransfer.files.length) field.files = event.dataTransfer.files;
      });
    }
  });

  // What is still being counted is looked for again.
  const again = document.querySelector('[data-again]');
  if (again) setTimeout(() => location.reload(), Number(again.dataset.again));

  // What is to be cited can be copied.
  document.querySelectorAll('[data-copy]').forEach((text) => {
    if (!navigator.clipboard) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text.dataset.copy;
    const row = document.createElement('div');
    row.className = 'cite-row';
    text.replaceWith(row);
    row.append(text, button);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = text.dataset.copied;
    });
  });

  // « / » goes to the search box.
  document.addEventListener('keydown', (event) => {
    const box = document.querySelector('input[type=search]');
    if (event.key !== '/' || !box || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    event.preventDefault();
    box.focus();
  });
})();
