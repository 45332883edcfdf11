// A call page of our own making, built otherwise than the sandbox's: custom elements, classes that differ at every
// load, German words, tiles placed by script, a bar that hides, changes many times a second. It shows only what other
// projects report of the real page, and not all of it at once: `?sign=` chooses which signs there are.
const sign = new URLSearchParams(location.search).get('sign') ?? 'tiles';
const root = document.querySelector('c-wiz');
const people = ['王小明', 'ليلى حداد', 'Zoë Ångström', 'Ana María de la Fuente y García'];
const timers = new Set();

const noise = () => `${Math.random().toString(36).slice(2, 8)} ${Math.random().toString(36).slice(2, 7)}`;

function add(parent, tag, attributes = {}, words = '') {
  const element = document.createElement(tag);
  element.className = noise();
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(words);
  parent.append(element);
  return element;
}

function icon(parent, name) {
  return add(parent, 'i', { class: `${noise()} google-symbols notranslate`, 'aria-hidden': 'true' }, name);
}

function iconButton(parent, label, name, pressed, attributes = {}) {
  const wrap = add(add(parent, 'div'), 'span', { 'data-is-tooltip-wrapper': 'true' });
  const button = add(wrap, 'button', { 'aria-label': label, ...attributes });
  icon(button, name);
  button.addEventListener('click', pressed);
  return button;
}

function clear() {
  for (const timer of timers) clearInterval(timer);
  timers.clear();
  for (const name of ['data-in-call', 'data-call-ended', 'data-meeting-title']) root.removeAttribute(name);
  root.replaceChildren();
}

function lobby() {
  clear();
  const green = add(add(root, 'div'), 'div', { 'data-self-name': people[3], 'data-participant-id': '' });
  add(green, 'video');
  icon(add(root, 'button', { 'aria-label': 'Mikrofon deaktivieren' }), 'mic');
  add(root, 'button', { jsname: 'Qx7uuf' }, 'Jetzt teilnehmen').addEventListener('click', waiting);
}

function waiting() {
  clear();
  add(root, 'p', {}, 'Sobald dich jemand einlässt, nimmst du teil.');
  iconButton(root, 'Anruf verlassen', 'call_end', left, sign === 'icons' ? {} : { jsname: 'CQylAd' });
  setTimeout(inCall, 1_200);
}

function inCall() {
  clear();
  if (sign === 'mark') root.setAttribute('data-in-call', 'true');
  const stage = add(root, 'div');
  const tiles = people.map((name, at) => {
    const id = sign === 'tiles' ? { 'data-participant-id': `spaces/q/devices/${at}` } : {};
    const tile = add(stage, 'div', { 'data-part': 'tile', ...id });
    if (at === 3) add(tile, 'div', { 'data-self-name': name });
    return add(tile, 'span', {}, name).parentElement;
  });
  const bar = add(root, 'div', { 'data-part': 'bar', role: 'region', 'aria-label': 'Anrufsteuerung' });
  iconButton(bar, 'Kamera ausschalten', 'videocam', () => {});
  if (sign === 'icons') iconButton(bar, 'Untertitel aktivieren', 'closed_caption_off', () => {});
  if (sign === 'tiles') iconButton(bar, 'Alle anzeigen', 'people', panel);
  if (sign !== 'mark') {
    iconButton(bar, 'Anruf verlassen', 'call_end', left, sign === 'icons' ? {} : { jsname: 'CQylAd' });
  }
  const layout = () => {
    const width = Math.floor(innerWidth / 2 - 24);
    const height = Math.floor((innerHeight - 112) / 2);
    for (const [at, tile] of tiles.entries()) {
      tile.style.left = `${16 + (at % 2) * (width + 8)}px`;
      tile.style.top = `${16 + Math.floor(at / 2) * (height + 8)}px`;
      tile.style.width = `${width}px`;
      tile.style.height = `${height}px`;
    }
  };
  layout();
  addEventListener('resize', layout);
  timers.add(
    setInterval(() => {
      for (const tile of tiles) tile.className = noise();
    }, 100),
  );
  let rest = setTimeout(() => bar.classList.add('qUiet'), 1_500);
  addEventListener('pointermove', () => {
    bar.classList.remove('qUiet');
    clearTimeout(rest);
    rest = setTimeout(() => bar.classList.add('qUiet'), 1_500);
  });
  // The title comes late.
  setTimeout(() => root.setAttribute('data-meeting-title', 'Besprechung'), 1_500);
}

function panel() {
  const side = add(root, 'aside', { 'data-part': 'people', 'aria-label': 'Personen' });
  const list = add(side, 'div', { role: 'list' });
  for (const [at, name] of people.entries()) {
    add(list, 'div', {
      role: 'listitem',
      'aria-label': name,
      'data-participant-id': `spaces/q/devices/${at}`,
    });
  }
  add(list, 'div', {
    role: 'listitem',
    'aria-label': 'Effekte',
    'data-participant-id': 'visual_effects_9',
  });
}

function left() {
  clear();
  root.setAttribute('data-call-ended', 'true');
  add(root, 'h1', {}, 'Du hast die Videokonferenz verlassen');
  add(root, 'button', {}, 'Erneut teilnehmen').addEventListener('click', waiting);
}

lobby();
