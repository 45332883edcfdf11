/**
 * `node test/soak/meeting-on-cluster.ts`: a meeting of eight over three real nodes of nats-server, one of which is killed
 * in mid-meeting. By hand: it takes both cores for most of a minute. Members are headless (`rig/headless-member.ts`),
 * spread over the nodes; each knows two of them, as a circle has two addresses.
 */
import { makeContract } from '../../lib/contract/commands.ts';
import { setRoles, startMeeting } from '../../lib/meeting/commands.ts';
import { moveTo } from '../../lib/meeting/course.ts';
import { PMC } from '../../lib/meeting/format.ts';
import { MINUTE_MS, planMeeting } from '../../lib/meeting/plan.ts';
import { startCluster } from '../rig/cluster.ts';
import { headlessCircle } from '../rig/headless-circle.ts';
import { HeadlessMember } from '../rig/headless-member.ts';

const NAMES = ['ada', 'bo', 'chen', 'dana', 'eve', 'fay', 'gil', 'hana'];
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Waits until something holds. @returns ms. Throws after 60 s. */
async function until(holds: () => Promise<boolean>, what: string): Promise<number> {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > 60_000) throw new Error(`not within a minute: ${what}`);
    await pause(20);
  }
  return Math.round(performance.now() - begun);
}

const cluster = await startCluster();
const members: HeadlessMember[] = [];
try {
  const at = Date.now();
  const circle = await headlessCircle(NAMES);
  const { space } = circle;
  for (const [i, member] of NAMES.entries()) {
    const nodes = [cluster.nodes[i % 3], cluster.nodes[(i + 1) % 3]];
    const relays = nodes.flatMap((node) => (node ? [{ kind: 'mqtt', address: node.url } as const] : []));
    members.push(await HeadlessMember.join(space, member, (id, party) => circle.letIn(id, party, relays)));
  }
  const [ada, bo] = members;
  if (!ada || !bo) throw new Error('nobody');
  // What the founder's device wrote; it stays away from now on.
  await ada.store.take(space, await circle.facts());
  await Promise.all(members.map((member) => member.start()));
  const allSee = (what: string, holds: (member: HeadlessMember) => Promise<boolean>) =>
    until(async () => (await Promise.all(members.map(holds))).every(Boolean), what);
  console.log(
    'eight there after',
    await allSee('eight', async (one) => one.exchange?.view().here.length === 7),
    'ms',
  );

  const slot = { circleId: space, meetingId: 'm', originalStart: at, start: at, lengthMin: 90, adhoc: true };
  const { steps } = planMeeting({ format: PMC, lengthMs: 90 * MINUTE_MS, present: NAMES, asked: new Map() });
  ada.write([
    ...setRoles(await ada.acting(slot), { facilitator: 'ada', timekeeper: 'bo', host: null }),
    ...startMeeting(await ada.acting(slot), {
      at,
      endsAt: at + 90 * MINUTE_MS,
      format: PMC,
      plan: steps,
    }).slice(-1),
  ]);
  const stepOf = async (one: HeadlessMember) => (await one.meeting())?.run?.current.step;
  const go = async (mover: HeadlessMember, to: number): Promise<void> => {
    mover.write(moveTo(await mover.acting(), steps[to]?.id ?? '', mover.now()));
  };
  const inStep = (to: number) => allSee(`step ${to}`, async (one) => (await stepOf(one)) === steps[to]?.id);
  await inStep(0);
  for (const to of [1, 2, 3]) {
    await go(ada, to);
    console.log(`step ${to} seen by all after`, await inStep(to), 'ms');
  }
  const leader = cluster.nodes.findIndex((node) => node.isLeading());
  console.log(`node ${leader}, which leads the sessions, is killed; bo presses Next in that moment`);
  await Promise.all([cluster.nodes[leader]?.stop('SIGKILL'), go(bo, 4)]);
  for (const [i, member] of members.entries())
    member.write([
      makeContract(
        {
          id: `k${i}`,
          circleId: space,
          memberId: member.member,
          meetingId: 'm',
          text: 'Read',
          isPrivate: false,
        },
        member.member,
        member.now(),
      ),
    ]);
  console.log('step 4 seen by all after', await inStep(4), 'ms');
  const eight = await allSee('eight contracts', async (one) => (await one.contracts()).length === 8);
  console.log('eight contracts, one each, with all after', eight, 'ms more');
  await go(bo, 5);
  console.log('step 5, on two nodes, seen by all after', await inStep(5), 'ms');
  await cluster.nodes[leader]?.restart();
  await pause(3_000);
  await go(ada, 6);
  console.log('the node is back; step 6 seen by all after', await inStep(6), 'ms');
  const rows = new Set(await Promise.all(members.map((one) => one.store.rows())));
  console.log(
    'different states at the end:',
    rows.size - 1,
    'errors:',
    members.flatMap((one) => one.errors),
  );
  if (rows.size !== 1) process.exitCode = 1;
} finally {
  await Promise.all(members.map((member) => member.stop()));
  await cluster.close();
}
