// A call page of our own making that shows the facts documented about Google Meet's: enough for the extension to
// find its way, and strict enough (CSP, Trusted Types) to stand in for it. Nothing here is Google's.
const calls = JSON.parse(document.getElementById('calls').textContent);
const options = new URLSearchParams(location.search);
let stop = new AbortController();

/** What the page's one-key shortcuts heard; tests look at it. */
window.sandboxKeys = [];
window.addEventListener('keydown', (event) => window.sandboxKeys.push(event.key), true);

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'onclick') element.addEventListener('click', value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const icon = (name) => make('i', { class: 'google-symbols', 'aria-hidden': 'true' }, name);
const button = (label, onclick, ...children) =>
  make('button', { type: 'button', 'aria-label': label, onclick }, ...children);
const textButton = (text, onclick, kind = '') =>
  make('button', { type: 'button', class: kind, onclick }, text);

function show(...content) {
  stop.abort();
  stop = new AbortController();
  document.body.replaceChildren(...content);
  return stop.signal;
}

const code = () => location.pathname.slice(1).toLowerCase();
const callOf = () =>
  calls.find((call) => call.code === code()) ?? { code: code(), title: null, people: calls[0].people };

/** Shows another address without a page load, as the real page does between calls. */
function go(path) {
  history.pushState(null, '', path);
  route();
}

function route() {
  if (/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/.test(code())) lobby();
  else home();
}

function home() {
  document.title = 'Sandbox call';
  show(
    make(
      'div',
      { class: 'page' },
      make('h1', {}, 'Calls of this sandbox'),
      make(
        'ul',
        { class: 'calls' },
        ...calls.map((call) =>
          make(
            'li',
            {},
            textButton(call.title, () => go(`/${call.code}`)),
          ),
        ),
      ),
    ),
  );
}

function lobby() {
  document.title = `Sandbox call ${code()}`;
  show(
    make(
      'div',
      { class: 'page' },
      make('div', { class: 'preview' }, 'Your camera is off'),
      make('h1', {}, 'Ready to join?'),
      textButton('Join now', () => (options.has('wait') ? waitingRoom() : call()), 'main'),
      textButton('Ask to join', waitingRoom),
    ),
  );
}

function waitingRoom() {
  const signal = show(
    make(
      'div',
      { class: 'page' },
      make('h1', {}, 'Somebody will let you in soon'),
      button('Leave', () => left(), icon('call_end')),
    ),
  );
  const timer = setTimeout(call, Number(options.get('wait') || 3_000));
  signal.addEventListener('abort', () => clearTimeout(timer));
}

function call() {
  const { title, people } = callOf();
  const names = people.slice(0, options.has('busy') ? 7 : people.length);
  const stage = make('div', { class: 'stage' }, ...names.map(tile));
  const panel = make('div', { class: 'people', hidden: '' });
  const captions = make('div', { class: 'captions', hidden: '' }, 'Captions are on');
  stage.append(captions);
  const toggle = (element) => () => element.toggleAttribute('hidden');
  const bar = make(
    'div',
    { class: 'bar' },
    make('span', { class: 'about' }, title ?? code()),
    button('Turn on captions', toggle(captions), icon('closed_caption')),
    button('Chat with everyone', () => {}, icon('chat')),
    button(
      'People',
      () => {
        if (panel.childElementCount === 0) panel.append(...peoplePanel(names));
        panel.toggleAttribute('hidden');
      },
      icon('group'),
    ),
    button('Move to a breakout room', breakout, icon('meeting_room')),
    make(
      'button',
      { type: 'button', class: 'leave', jsname: 'CQylAd', 'aria-label': 'Leave call' },
      icon('call_end'),
    ),
  );
  bar.lastElementChild.addEventListener('click', left);
  const root = make('div', { 'data-self-name': names[2] ?? names[0] }, stage, bar, panel);
  const signal = show(root);
  // The title arrives late.
  const late = setTimeout(() => title && root.setAttribute('data-meeting-title', title), 1_500);
  const place = () => layOut(stage);
  place();
  window.addEventListener('resize', place, { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'c') captions.toggleAttribute('hidden');
    },
    { signal },
  );
  const rounds = options.has('busy')
    ? setInterval(() => change(stage, bar), 40)
    : setInterval(() => speak(stage), 2_000);
  signal.addEventListener('abort', () => {
    clearTimeout(late);
    clearInterval(rounds);
  });
}

function tile(name, index) {
  const initials = name.replace(/(\w)\w* (\w).*/, '$1$2');
  return make(
    'div',
    { class: 'tile', 'data-participant-id': `spaces/sandbox/devices/${index + 1}` },
    make('div', { class: 'face' }, initials),
    make('div', { class: 'name' }, name),
  );
}

function peoplePanel(names) {
  const rows = names.map((name, index) =>
    make(
      'div',
      { role: 'listitem', 'aria-label': name, 'data-participant-id': `spaces/sandbox/devices/${index + 1}` },
      name,
      button(`More about ${name}`, () => {}, icon('more_vert')),
    ),
  );
  return [make('h2', {}, 'People'), make('div', { role: 'list' }, ...rows)];
}

/** Tiles are placed by script with inline px, as in the real page. */
function layOut(stage) {
  const tiles = stage.querySelectorAll('.tile');
  const columns = Math.ceil(Math.sqrt(tiles.length));
  const rows = Math.ceil(tiles.length / columns);
  const width = (stage.clientWidth - 12) / columns;
  const height = (stage.clientHeight - 12) / rows;
  tiles.forEach((element, index) => {
    const { style } = element;
    style.left = `${Math.round(12 + (index % columns) * width)}px`;
    style.top = `${Math.round(12 + Math.floor(index / columns) * height)}px`;
    style.width = `${Math.round(width - 12)}px`;
    style.height = `${Math.round(height - 12)}px`;
  });
}

function speak(stage) {
  const tiles = stage.querySelectorAll('.tile');
  const next = Math.floor(performance.now() / 2_000) % tiles.length;
  tiles.forEach((element, index) => {
    element.classList.toggle('speaks', index === next);
  });
}

let round = 0;
/** One of the 25 rounds of changes a second of a busy call: classes, texts, attributes, nodes coming and going. */
function change(stage, bar) {
  round += 1;
  const tiles = stage.querySelectorAll('.tile');
  tiles.forEach((element, index) => {
    element.classList.toggle('speaks', (round + index) % tiles.length === 0);
    element.setAttribute('data-level', String((round * (index + 3)) % 17));
    const badge = make('span', { class: `badge b${round % 5}` }, String(round % 100));
    element.querySelector('.badge')?.remove();
    element.append(badge);
  });
  bar.firstElementChild.textContent = `${Math.floor(round / 25)} s`;
}

/** Between two rooms nothing that is known of a call is in the page; the address stays. */
function breakout() {
  const signal = show(make('div', { class: 'page' }, make('h1', {}, 'Taking you to your room')));
  const timer = setTimeout(call, 3_000);
  signal.addEventListener('abort', () => clearTimeout(timer));
}

function left() {
  show(
    make(
      'div',
      { class: 'page', ...(options.has('quiet') ? {} : { 'data-call-ended': 'true' }) },
      make('h1', {}, 'You left the call'),
      textButton('Rejoin', call, 'main'),
      textButton('Back to the start page', () => go('/')),
    ),
  );
}

window.addEventListener('popstate', route);
route();
