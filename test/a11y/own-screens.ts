import { THURSDAY } from '../builders/thursday.ts';
import { sandboxCalendar } from '../sandbox/calendar.ts';
import { sandboxIcs } from '../sandbox/ics.ts';
import { alerts, all, choose, file, fill, go, press, type Reach, type Screen, unfold } from './screen.ts';

const SECTIONS = ['circles', 'contracts', 'goals', 'network', 'insights', 'formats', 'calendars', 'settings'];
const PLACES = ['speed', 'mine', 'office', 'plan', 'contracts/sheet', 'network/reflection', 'welcome'];
const home = (place: string, name: string, reach: Reach): Screen => ({
  name: `${place}: ${name}`,
  holding: 'circle',
  at: `home.html#/${place}`,
  reach,
});
const CIRCLE = `circles/${THURSDAY}`;
const ics = () => sandboxIcs(sandboxCalendar(Date.now(), 'UTC'), Date.now());
const readCalendar = all(file('Calendar file (.ics)', 'week.ics', 'text/calendar', ics()), (page) =>
  page
    .getByText(/was read: \d+ events/)
    .first()
    .waitFor(),
);
const decided: Reach = (page) => page.locator('summary', { hasText: /decided/i }).waitFor();
const TABLE = 'Who;What;When\nAsha Sen;Read two papers;2026-10-01\nNobody we know;Call Ruth;2026-10-15\n';

/** Where nothing is there yet: what every place says then. */
const nothing: readonly Screen[] = [...SECTIONS, ...PLACES]
  .map((place): Screen => ({ name: `nothing, ${place}`, holding: 'nothing', at: `home.html#/${place}` }))
  .concat(
    { name: 'nothing, popup', holding: 'nothing', at: 'popup.html', narrow: true },
    { name: 'nothing, sidebar', holding: 'nothing', at: 'sidebar.html', narrow: true },
    { name: 'nothing, event card', holding: 'nothing', at: 'event-card.html', narrow: true },
  );

const calendars: readonly Screen[] = [
  home(
    'calendars',
    'a wrong feed',
    all(fill('Calendar feed address', 'my calendar'), press('Add feed'), alerts),
  ),
  home(
    'calendars',
    'a file that is no calendar',
    all(file('Calendar file (.ics)', 'a.ics', 'text/calendar', 'Dear all'), alerts),
  ),
  home('calendars', 'what was found', readCalendar),
  home('calendars', 'all folds open', unfold),
  home('calendars', 'one that is none', all(readCalendar, press('Not a circle'))),
  // The same once more, for there is but one.
  home(
    'calendars',
    'one that is a circle',
    all(decided, unfold, press('Ask me again'), press('This is a circle')),
  ),
];

const settings: readonly Screen[] = [
  home('settings', 'a passphrase', press('Set a passphrase')),
  home('settings', 'a second device', press('Add a device')),
  home('settings', 'this is the new device', press(/^This is the new one/)),
  home('settings', 'erasing a circle', press('Delete this circle')),
  home('settings', 'erasing everything', press('Delete everything')),
  home('settings', 'all folds open', unfold),
  home('settings', 'a file that is no copy', async (page) => {
    const input = page.locator('main input[type=file]').first();
    await input.setInputFiles({
      name: 'a.json',
      mimeType: 'application/json',
      buffer: Buffer.from('Dear all'),
    });
    await alerts(page);
  }),
];

const circles: readonly Screen[] = [
  home('circles', 'one being made', press('New circle')),
  home('circles', 'joining', press('Join a circle')),
  home(
    'circles',
    'joining by what is no invitation',
    all(press('Join a circle'), fill('Invitation', 'Dear all'), async (page) => {
      await page.keyboard.press('Tab');
    }),
  ),
  home(CIRCLE, 'sharing', press('Share this circle')),
  home(CIRCLE, 'what can be done with a member', press('More for Asha Sen')),
  home(CIRCLE, 'renaming', choose('More for Thursday circle', 'Rename')),
  home('contracts/sheet', 'a table', all(file('Table (.csv)', 'a.csv', 'text/csv', TABLE), unfold)),
  home('contracts/sheet', 'no table', all(file('Table (.csv)', 'a.csv', 'text/csv', ''), alerts)),
  home('network', 'somebody more', press('Add somebody')),
  home('goals', 'one that is not there', go('#/goals/nothing')),
  home('network', 'one that is not there', go('#/network/nothing')),
  home('speed', 'one that is not there', go('#/speed/nothing')),
  home('plan', 'begun', press('Begin my plan')),
  home('welcome', 'a circle of one’s own', press('New circle')),
];

/** Home, popup and the small frames: with nothing, with one circle, and with what goes wrong. */
export const NOTHING_SCREENS: readonly Screen[] = nothing;
export const CIRCLE_SCREENS: readonly Screen[] = [
  ...[...SECTIONS, ...PLACES, CIRCLE].map(
    (place): Screen => ({ name: `${place}`, holding: 'circle', at: `home.html#/${place}` }),
  ),
  ...circles,
  ...settings,
  ...calendars,
].map((one) => ({ ...one, name: `one circle, ${one.name}` }));
