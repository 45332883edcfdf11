// A dialog of its own for each event, which is itself the element with the id. What it does not know it throws out once.
const events = JSON.parse(document.getElementById('events').textContent);
const layers = document.getElementById('ebenen');

function show(event) {
  const dialog = document.createElement('section');
  dialog.id = 'xDetDlg';
  dialog.className = `blase k${Math.random().toString(36).slice(2)}`;
  dialog.setAttribute('role', 'dialog');
  dialog.dataset.chipsDialog = 'true';
  dialog.dataset.eventid = event.code;
  const title = document.createElement('h2');
  title.textContent = event.title;
  const close = document.createElement('button');
  close.textContent = 'Schließen';
  close.addEventListener('click', () => layers.replaceChildren());
  dialog.append(title, close);
  layers.replaceChildren(dialog);
  setTimeout(() => dialog.replaceChildren(title, close), 900);
}

for (const event of events) {
  const row = document.createElement('tr');
  const cell = document.createElement('td');
  const link = document.createElement('a');
  link.href = '#';
  link.textContent = event.title;
  link.addEventListener('click', (press) => {
    press.preventDefault();
    show(event);
  });
  cell.append(link);
  row.append(cell);
  document.getElementById('woche').append(row);
}
