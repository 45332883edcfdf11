/**
 * What screens ask of the browser besides their database, for tests in a page that is no extension's: settings that nobody
 * set, and a background that says nothing. Imported for its effect, before what is tested.
 */
const listeners = { addListener: () => {}, removeListener: () => {} };
const area = { get: async () => ({}), set: async () => {} };
Object.assign((globalThis as unknown as { chrome: object }).chrome, {
  storage: { local: area, session: area, managed: area, onChanged: listeners },
  runtime: {
    id: 'ours',
    getURL: (path: string) => path,
    sendMessage: async () => undefined,
    onMessage: listeners,
  },
  tabs: { getCurrent: async () => ({}), onActivated: listeners },
});
