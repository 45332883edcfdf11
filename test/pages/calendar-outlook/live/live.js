// The small look and the form say nothing about which event they are for; only the tiles do.
const events = JSON.parse(document.getElementById('events').textContent);
const layers = document.getElementById('layers');
document.body.classList.toggle('dark', new URLSearchParams(location.search).has('dark'));

function part(section, className, title, ...more) {
  const element = document.createElement('div');
  element.dataset.appSection = section;
  element.className = className;
  const heading = document.createElement('h3');
  heading.textContent = title;
  element.append(heading, ...more);
  layers.replaceChildren(element);
}

function button(text, pressed) {
  const element = document.createElement('button');
  element.textContent = text;
  element.addEventListener('click', pressed);
  return element;
}

const form = (title) => part('Form_Content', 'form', title, button('Discard', () => layers.replaceChildren()));

for (const event of events) {
  const tile = document.createElement('div');
  tile.dataset.calitemid = event.code;
  tile.className = 'tile';
  tile.tabIndex = 0;
  tile.setAttribute('role', 'button');
  const label = document.createElement('span');
  label.textContent = event.title;
  tile.append(label);
  const peek = () =>
    setTimeout(() => part('CalendarItemPeek', 'peek', event.title, button('View event', () => form(event.title))), 40);
  tile.addEventListener('click', peek);
  tile.addEventListener('keydown', ({ key }) => key === 'Enter' && peek());
  document.getElementById('grid').append(tile);
}
document.getElementById('new').addEventListener('click', () => form('New event'));
