/** The addresses that may stand in shipped code, each with what it is. None of them is contacted by itself. */
export const KNOWN_ADDRESSES: readonly { is: RegExp; what: string }[] = [
  {
    is: /^https:\/\/meet\.google\.com(\/|$)/,
    what: 'the call host we stand beside; the pattern and the origin',
  },
  {
    is: /^https:\/\/teams\.(microsoft\.com|live\.com|cloud\.microsoft)(\/\*)?$/,
    what: 'the call hosts we stand beside once the member lets us; the pattern and the origin',
  },
  {
    is: /^https:\/\/(calendar\.google\.com|outlook\.(office|office365|live)\.com|outlook\.cloud\.microsoft)(\/\*)?$/,
    what: 'calendars on the web in whose pages the card may stand; the pattern and the origin',
  },
  {
    is: /^https:\/\/\*\/\*$/,
    what: 'the optional host permission for feeds, of which one host at a time is asked for',
  },
  { is: /^https:\/\/\$\{/, what: 'an address put together from what the member typed (see network.test.ts)' },
  { is: /^wss:\/\/(relay\.example\.org)?$/, what: 'how the address of a relay looks, in words' },
  { is: /^wss:\/\/\$\{/, what: 'the address of a relay, as a member typed it without its beginning' },
  {
    is: /^http:\/\/www\.w3\.org\/(1998|1999|2000|XML)\//,
    what: 'names of XML vocabularies (SVG, MathML) in React',
  },
  { is: /^https:\/\/calendar$/, what: 'a host name to show where a source has no address' },
  {
    is: /^http:\/\/127\.0\.0\.1\/mozoauth2\//,
    what: 'where a sign-in ends in Firefox; the browser takes it up before anything is sent',
  },
  {
    is: /^https:\/\/ellbeliiigmjdlmfhifnohigaaeiihch\.chromiumapp\.org\/$/,
    what: 'where a sign-in ends in Chromium, in the words for administrators',
  },
  { is: /^webcals?:\/\/$/, what: 'how a feed address may begin; it is read as https' },
  {
    is: /^https:\/\/rolldown\.rs\/in-depth\/bundling-cjs#/,
    what: 'where an error message of the bundler’s own few lines sends a developer',
  },
  { is: /^https:\/\/react\.dev\/errors\//, what: 'where an error message of React sends a developer' },
  {
    is: /^https:\/\/www\.googleapis\.com\/($|oauth2\/v3\/userinfo$|auth\/calendar)/,
    what: 'Google Calendar, who connected it, and the names of its rights',
  },
  {
    is: /^https:\/\/(accounts\.google\.com\/o\/oauth2\/v2\/auth|oauth2\.googleapis\.com\/revoke)$/,
    what: 'where a member lets us in at Google, and where that is taken back',
  },
  {
    is: /^https:\/\/(oauth2\.googleapis\.com\/token(info)?|www\.googleapis\.com\/oauth2\/v[13]\/certs|www\.gstatic\.com\/iap\/verify\/public_key|accounts\.google\.com)$/,
    what: 'in Google’s client, for ways of signing in that are not used',
  },
  {
    is: /^https:\/\/(login\.microsoftonline\.com\/\$\{|graph\.microsoft\.com(\/|$))/,
    what: 'where a member lets us in at Microsoft, and Microsoft Graph',
  },
  {
    is: /^https:\/\/(account\.live\.com\/consent\/Manage|myapps\.microsoft\.com\/)$/,
    what: 'where a member takes back what they allowed at Microsoft; a link, never asked',
  },
  {
    is: /^https:\/\/github\.com\/microsoftgraph\/|^http:\/\/example\.com:3000\/$/,
    what: 'in messages of Microsoft’s client to developers',
  },
  { is: /^http:\/\/bit\.ly\/2kdckMn$/, what: 'in a message of Dexie to developers' },
  { is: /^https:\/\/tinyurl\.com\/y2uuvskb$/, what: 'in a message of Dexie to developers' },
  { is: /^https:\/\/github\.com\/wxt-dev\/wxt\/issues\/371$/, what: 'in a message of WXT to developers' },
  { is: /^https:\/\/wxt\.dev\/guide\//, what: 'in a message of WXT to developers' },
];

/** Every address in a text that a program could contact. */
export const addressesIn = (text: string): string[] =>
  text
    .match(/\b(?:https?|wss?|ftp|webcals?):\/\/[^\s"'`<>()\\,;]+/gi)
    ?.map((one) => one.replace(/[.]+$/, '')) ?? [];
