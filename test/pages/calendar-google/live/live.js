// One dialog for all events: it is filled a moment after the press, and put away when it is closed.
const events = JSON.parse(document.getElementById('events').textContent);
const search = new URLSearchParams(location.search);
document.body.classList.toggle('dark', search.has('dark'));
const SOON = 60;

const dialog = document.createElement('div');
dialog.setAttribute('role', 'dialog');
dialog.dataset.chipsDialog = 'true';
dialog.setAttribute('aria-label', 'Event details');
dialog.className = 'dialog away';
const detail = document.createElement('div');
detail.id = 'xDetDlg';
const close = document.createElement('button');
close.textContent = '×';
close.className = 'close';
close.setAttribute('aria-label', 'Close');
const list = document.createElement('ul');
detail.append(close, list);
dialog.append(detail);

function put(event) {
  list.replaceChildren(
    ...[event.title, event.when ?? 'some time'].map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }),
  );
  detail.dataset.eventid = event.code;
  dialog.classList.remove('away');
  if (!dialog.isConnected) document.body.append(dialog);
}

function putAway() {
  dialog.classList.add('away');
}

close.addEventListener('click', putAway);
document.addEventListener('keydown', (event) => {
  window.sandboxKeys.push(event.key);
  if (event.key === 'Escape') putAway();
});
window.sandboxKeys = [];

for (const event of events) {
  const chip = document.createElement('button');
  chip.className = 'chip';
  chip.dataset.eventid = event.code;
  chip.dataset.eventchip = '';
  chip.textContent = event.title;
  chip.addEventListener('click', () => setTimeout(put, SOON, event));
  document.getElementById('grid').append(chip);
}

// What a busy calendar does all the time.
if (search.has('busy')) {
  const grid = document.getElementById('grid');
  for (let i = 0; i < 3000; i++) {
    const cell = document.createElement('div');
    cell.setAttribute('role', 'gridcell');
    cell.append(document.createElement('span'), document.createElement('span'));
    grid.append(cell);
  }
  setInterval(() => {
    for (const cell of [...grid.querySelectorAll('[role=gridcell]')].slice(0, 60)) {
      cell.replaceChildren(document.createElement('span'));
      cell.dataset.tick = String(performance.now());
    }
  }, 40);
}
