import type { Screen } from './screen.ts';

const PAGES = [
  ['home', 'home.html#/circles', false],
  ['popup', 'popup.html', true],
  ['sidebar', 'sidebar.html', true],
] as const;

/** Where the browser gives no database. */
const refused: readonly Screen[] = PAGES.map(([name, at, narrow]) => ({
  name: `no database, ${name}`,
  holding: 'circle',
  at,
  narrow,
  broken: () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The user denied permission to access the database.', 'SecurityError');
    };
  },
}));

/** Sealed by a passphrase that is asked for. */
const locked: readonly Screen[] = PAGES.flatMap(([name, at, narrow]): Screen[] => [
  { name: `locked, ${name}`, holding: 'sealed', at, narrow },
  {
    name: `locked, ${name}: not this one`,
    holding: 'sealed',
    at,
    narrow,
    reach: async (page) => {
      await page.getByLabel('Passphrase', { exact: true }).fill('not this one');
      await page.keyboard.press('Enter');
      await page.getByText('That is not the passphrase.').waitFor();
    },
  },
]);

export const FAILING_SCREENS: readonly Screen[] = [...refused, ...locked];
