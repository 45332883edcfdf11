/**
 * `node test/soak/member-in-firefox.ts`: one member of eight in Firefox, by hand: the product's database, keys, seals,
 * exchange and wss in a page of a real Firefox (not of the extension: BiDi opens none of those), the seven others
 * headless, over a real mosquitto. Path by `FIREFOX`.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { makeContract } from '../../lib/contract/commands.ts';
import type { Party } from '../../lib/share/invite/code.ts';
import { startBroker } from '../rig/broker.ts';
import { headlessCircle } from '../rig/headless-circle.ts';
import { HeadlessMember } from '../rig/headless-member.ts';
import { pageScript } from '../rig/page-script.ts';
import { sentGrant } from '../rig/sent-grant.ts';

const NAMES = ['m-0', 'm-1', 'm-2', 'm-3', 'm-4', 'm-5', 'm-6', 'm-7'];
const script = await pageScript(join(import.meta.dirname, '../bench/in-share.ts'));
const server = createServer(({ url }, response) => {
  response.setHeader('content-type', url === '/page.js' ? 'text/javascript' : 'text/html; charset=utf-8');
  response.end(url === '/page.js' ? script : '<!doctype html><script src="/page.js"></script>');
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const broker = await startBroker();
const running = await puppeteer.launch({
  browser: 'firefox',
  executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
  headless: true,
  acceptInsecureCerts: true,
  // Debian's mosquitto offers HTTP/2 and cannot carry it (docs/relay.md, "If anybody uses Firefox").
  extraPrefsFirefox: { 'network.http.http2.websockets': false },
});
const members: HeadlessMember[] = [];
const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > 30_000) throw new Error(`not within 30 s: ${what}`);
    await new Promise((done) => setTimeout(done, 20));
  }
  console.log(what, Math.round(performance.now() - begun), 'ms');
};
try {
  const relays = [{ kind: 'mqtt', address: broker.url }] as const;
  const circle = await headlessCircle(NAMES);
  for (const name of NAMES.slice(0, -1))
    members.push(
      await HeadlessMember.join(circle.space, name, (id, party) => circle.letIn(id, party, relays)),
    );
  const page = await running.newPage();
  page.on('console', (message) => console.log('Firefox says:', message.text()));
  page.on('pageerror', (error) => console.error('Firefox threw:', error));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction('"shareBench" in globalThis');
  const call = (name: string, argument: unknown) =>
    page.evaluate(`shareBench[${JSON.stringify(name)}](${JSON.stringify(argument)})`);
  const party = (await call('party', 7)) as Party;
  const grant = await circle.letIn('m-7', party, relays);
  await members[0]?.store.take(circle.space, await circle.facts());
  await Promise.all(members.map((member) => member.start()));
  await call('arrive', sentGrant(grant));
  console.log(
    await running.version(),
    'opened the circle after',
    await call('start', { address: broker.url, contracts: 0 }),
    'ms',
  );
  await until('seven others seen in Firefox', async () => (await call('here', null)) === 7);
  await call('act', 'from-firefox');
  await until('a contract written in Firefox, with all seven', async () => {
    const all = await Promise.all(members.map((member) => member.contracts()));
    return all.every((some) => some.some(({ id }) => id === 'from-firefox'));
  });
  for (const [i, member] of members.entries())
    member.write([
      makeContract(
        {
          id: `k${i}`,
          circleId: circle.space,
          memberId: member.member,
          meetingId: null,
          text: 'Read',
          isPrivate: false,
        },
        member.member,
        member.now(),
      ),
    ]);
  await until('seven contracts of the others, in Firefox', async () => (await call('held', null)) === 8);
  await call('act', 'again');
  await until('a second one from Firefox, with all seven', async () => {
    const all = await Promise.all(members.map((member) => member.contracts()));
    return all.every((some) => some.length === 9);
  });
} finally {
  await Promise.all(members.map((member) => member.stop()));
  await running.close();
  await broker.close();
  server.close();
}
