// A Teams page of another make than the sandbox's: one flat element, classes that differ at every load, German words, the
// bar at the bottom, tiles that come one by one, calls rung up from a chat without any question before them. `?sign=`
// chooses which of the documented signs there are: `tid`, `id`, `time`, or `none`.
const sign = new URLSearchParams(location.search).get('sign') ?? 'tid';
const root = document.getElementById('app');
const people = ['王小明', 'ليلى حداد', 'Ångström, Zoë (Gast)', 'Unknown user'];
let timers = [];

const noise = () => `f${Math.random().toString(36).slice(2, 8)}`;
function add(parent, tag, attributes = {}, words = '') {
  const element = document.createElement(tag);
  element.className = noise();
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(words);
  parent.append(element);
  return element;
}
const press = (parent, words, pressed, attributes = {}) =>
  add(parent, 'button', attributes, words).addEventListener('click', pressed);

function clear(title) {
  for (const timer of timers) clearInterval(timer);
  timers = [];
  document.title = title;
  root.replaceChildren();
}

function chat() {
  clear('Chat | Zoë Ångström | Microsoft Teams');
  press(root, 'Anrufen', () => inCall(null));
  press(root, 'Teilnehmen', () => ask('Besprechung'));
}

function ask(subject) {
  clear('Microsoft Teams');
  if (location.pathname !== '/v2/') history.replaceState(null, '', `/v2/${location.search}`);
  press(root, 'Jetzt teilnehmen', () => inCall(subject), sign === 'none' ? {} : { 'data-tid': 'prejoin-join-button' });
}

function inCall(subject) {
  clear(subject ? `(1) Meet | ${subject} | Microsoft Teams` : 'Chat | Zoë Ångström | Microsoft Teams');
  const bar = add(root, 'div', { 'data-part': 'bar', role: 'toolbar' });
  if (sign === 'tid' || sign === 'time') add(bar, 'span', { 'data-tid': 'call-duration' }, '00:01');
  press(bar, 'Kamera', () => {});
  const leave = { tid: { 'data-tid': 'hangup-main-btn' }, id: { id: 'hangup-button' } }[sign] ?? {};
  press(bar, 'Verlassen', chat, leave);
  let next = 0;
  timers.push(
    setInterval(() => {
      const name = people[next++];
      if (!name) return;
      add(root, 'div', { 'data-part': 'tile', ...(sign === 'none' ? {} : { 'data-stream-type': 'Video', 'data-tid': name }) });
    }, 300),
    setInterval(() => {
      for (const tile of root.children) tile.className = noise();
    }, 100),
  );
}

if (location.pathname === '/v2/') chat();
else setTimeout(ask, 800, 'Besprechung');
