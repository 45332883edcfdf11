// A page of our own making that shows the facts documented about Microsoft Teams on the web: the forms of its addresses,
// the address that names no call while one lasts, the bar at the top. Strict enough (CSP, Trusted Types) to stand in for
// it. Nothing here is Microsoft's.
const calls = JSON.parse(document.getElementById('calls').textContent);
const options = new URLSearchParams(location.search);
let stop = new AbortController();

/** What the page's keys heard; tests look at it. */
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
const button = (text, onclick, attributes = {}) =>
  make('button', { type: 'button', onclick, ...attributes }, text);

function show(...content) {
  stop.abort();
  stop = new AbortController();
  document.body.replaceChildren(...content);
  return stop.signal;
}

/** The program around a place in it. */
function program(...content) {
  return show(
    make(
      'div',
      { class: 'program' },
      make(
        'div',
        { class: 'search' },
        make('span', {}, 'Search'),
        button('Chen Wu', () => {}),
      ),
      make(
        'div',
        { class: 'rail' },
        button('Chat', () => {}),
        button('Calendar', start),
      ),
      make('div', { class: 'place' }, ...content),
    ),
  );
}

/** The meeting that a place names (`/l/meetup-join/<thread>/0`, `/meet/<digits>`), or null. */
function callAt(place) {
  const plain = decodeURIComponent(decodeURIComponent(place));
  const thread = /\/l\/meetup-join\/([^/?]+)/.exec(plain)?.[1];
  const digits = /\/meet\/(\d+)/.exec(plain)?.[1];
  if (!thread && !digits) return null;
  return (
    calls.find((call) => call.thread === thread || (digits && call.digits === digits)) ?? {
      thread,
      title: 'Meeting',
      people: calls.at(-1).people,
    }
  );
}

function route() {
  const { pathname, search, hash } = location;
  if (/^\/(l\/meetup-join|meet)\//.test(pathname)) {
    const url = encodeURIComponent(`/_#${pathname}${search}`);
    location.replace(`/dl/launcher/launcher.html?url=${url}&type=meetup-join&directDl=true`);
  } else if (pathname.startsWith('/dl/launcher/')) launcher(options.get('url') ?? '');
  else if (pathname.startsWith('/light-meetings/')) {
    const { conversationId } = JSON.parse(atob(options.get('coords')));
    prejoin(callAt(`/l/meetup-join/${conversationId}/0`));
  } else if (callAt(hash)) {
    show(make('div', { class: 'alone' }, make('p', {}, 'Opening Teams')));
    // The program starts, and then its address names no meeting any more.
    setTimeout(() => {
      history.replaceState(null, '', '/v2/');
      prejoin(callAt(hash));
    }, 1_500);
  } else start();
}

function launcher(target) {
  const place = target.replace(/^\/_#/, '');
  show(
    make(
      'div',
      { class: 'alone' },
      make('h1', {}, 'How do you want to join your meeting?'),
      button('Continue on this browser', () => location.assign(`/v2/?meetingjoin=true#${place}`), {
        class: 'main',
      }),
      button('Join as a guest', () => {
        const { thread } = callAt(place);
        const coords = btoa(JSON.stringify({ conversationId: thread, messageId: '0' }));
        location.assign(`/light-meetings/launch?agent=web&coords=${encodeURIComponent(coords)}`);
      }),
    ),
  );
}

function start() {
  document.title = 'Calendar | Microsoft Teams';
  program(
    make('h1', {}, 'Calendar'),
    make(
      'ul',
      { class: 'calls' },
      ...calls.map((call) =>
        make(
          'li',
          {},
          call.title,
          button('Join', () => prejoin(call), { 'aria-label': `Join ${call.title}` }),
        ),
      ),
    ),
  );
}

function prejoin(call) {
  document.title = 'Microsoft Teams';
  show(
    make(
      'div',
      { class: 'alone' },
      make('h1', {}, call.title),
      make('p', {}, 'Your camera is off'),
      button('Join now', () => (options.has('wait') ? waiting(call) : inCall(call)), {
        class: 'main',
        'data-tid': 'prejoin-join-button',
      }),
      button('Cancel', start),
    ),
  );
}

function waiting(call) {
  const signal = show(make('div', { class: 'alone' }, make('h1', {}, 'Somebody will let you in soon')));
  const timer = setTimeout(() => inCall(call), 3_000);
  signal.addEventListener('abort', () => clearTimeout(timer));
}

function inCall(call, name = call.title) {
  const { people } = call;
  const stage = make('div', { class: 'stage' }, ...people.map(tile));
  const panel = make('div', { class: 'people', hidden: '' }, make('h2', {}, 'People'));
  panel.append(...people.map((person) => make('p', {}, person)));
  const time = make('span', { class: 'time', 'data-tid': 'call-duration' }, '00:00');
  const bar = make(
    'div',
    { class: 'bar', role: 'toolbar', 'aria-label': 'Meeting controls' },
    time,
    button('Chat', () => {}),
    button('People', () => panel.toggleAttribute('hidden')),
    button('Raise', () => {}),
    button('Breakout room', () => breakout(call)),
    button('Camera', () => {}),
    button('Mic', () => {}),
    button('Share', () => {}),
    button('Leave', () => left(call), {
      class: 'leave',
      id: 'hangup-button',
      'data-tid': 'hangup-main-btn',
    }),
  );
  const signal = program(make('div', { class: 'call' }, bar, stage, panel));
  // The title comes a moment after the call.
  const late = setTimeout(() => {
    document.title = `Meet | ${name} | Microsoft Teams`;
  }, 800);
  const began = performance.now();
  const place = () => layOut(stage);
  place();
  window.addEventListener('resize', place, { signal });
  let round = 0;
  const rounds = setInterval(
    () => {
      round += 1;
      const s = Math.floor((performance.now() - began) / 1000);
      time.textContent = `${String(Math.floor(s / 60)).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}`;
      if (options.has('busy')) change(stage, round);
      else speak(stage, s);
    },
    options.has('busy') ? 40 : 1_000,
  );
  signal.addEventListener('abort', () => {
    clearTimeout(late);
    clearInterval(rounds);
  });
}

function tile(name) {
  return make(
    'div',
    { class: 'tile', 'data-stream-type': 'Video', 'data-tid': name },
    make('div', { class: 'face' }, name.replace(/(\w)\w* (\w).*/, '$1$2')),
    make('div', { class: 'name' }, name),
  );
}

function layOut(stage) {
  const tiles = stage.querySelectorAll('.tile');
  const columns = Math.ceil(Math.sqrt(tiles.length));
  const rows = Math.ceil(tiles.length / columns);
  const width = (stage.clientWidth - 8) / columns;
  const height = (stage.clientHeight - 8) / rows;
  tiles.forEach(({ style }, index) => {
    style.left = `${Math.round(8 + (index % columns) * width)}px`;
    style.top = `${Math.round(8 + Math.floor(index / columns) * height)}px`;
    style.width = `${Math.round(width - 8)}px`;
    style.height = `${Math.round(height - 8)}px`;
  });
}

function speak(stage, seconds) {
  const tiles = stage.querySelectorAll('.tile');
  tiles.forEach((element, index) => {
    element.classList.toggle('speaks', index === seconds % tiles.length);
  });
}

/** One of the 25 rounds of changes a second of a busy call. */
function change(stage, round) {
  const tiles = stage.querySelectorAll('.tile');
  tiles.forEach((element, index) => {
    element.classList.toggle('speaks', (round + index) % tiles.length === 0);
    element.setAttribute('data-level', String((round * (index + 3)) % 17));
    element.querySelector('.badge')?.remove();
    element.append(make('span', { class: `badge b${round % 5}` }, String(round % 100)));
  });
}

/** Between two rooms nothing that is known of a call is in the page; a room has a title of its own. */
function breakout(call) {
  const signal = show(make('div', { class: 'alone' }, make('h1', {}, 'Taking you to your room')));
  const timer = setTimeout(() => inCall(call, 'Room 1'), 3_000);
  signal.addEventListener('abort', () => clearTimeout(timer));
}

function left(call) {
  document.title = 'Calendar | Microsoft Teams';
  program(
    make('h1', {}, 'You left the meeting'),
    button('Rejoin', () => inCall(call), { class: 'main' }),
    button('Back to the calendar', start),
  );
}

route();
