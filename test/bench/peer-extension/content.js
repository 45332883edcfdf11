// The usual way to keep an attendance list: look at the tiles after every change anywhere in the page.
const seen = new Map();

function look() {
  const now = Date.now();
  const here = new Set();
  for (const tile of document.querySelectorAll('[data-participant-id]')) {
    const name = (tile.getAttribute('aria-label') ?? tile.textContent ?? '').trim();
    if (!name) continue;
    const id = tile.getAttribute('data-participant-id');
    here.add(id);
    const known = seen.get(id);
    if (known) known.last = now;
    else seen.set(id, { name, first: now, last: now });
  }
  for (const [id, person] of seen) person.isHere = here.has(id);
  document.documentElement.toggleAttribute('data-peer-in-call', here.size > 0);
}

function start() {
  new MutationObserver(look).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    characterData: true,
  });
  look();
}

if (document.body) start();
else addEventListener('DOMContentLoaded', start);
