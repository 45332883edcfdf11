import { createCircle } from '../../lib/circle/commands.ts';
import { makeContract, reportContract } from '../../lib/contract/commands.ts';
import { foldContract } from '../../lib/contract/contract.ts';
import type { Fact } from '../../lib/fact/fact.ts';
import { seeded } from './ics.ts';
import { device } from './logs.ts';

const DAY = 86_400_000;
const OUTCOMES = ['kept', 'kept', 'partly', 'released', 'notYet'] as const;

/** A circle of four with very many contracts, most of them told of; some are mine alone. `now`: UTC ms. The same for the same seed. */
export function longLog(options: { contracts: number; seed: number; now: number }): readonly Fact[] {
  const { contracts, seed, now } = options;
  const random = seeded(seed);
  const newId = (): string =>
    Array.from({ length: 22 }, () => 'abcdefghijklmnopqrstuvwxyz0123456789'[Math.floor(random() * 36)]).join(
      '',
    );
  const circleId = newId();
  const members = ['Asha Sen', 'Bea Ortiz', 'Chen Wu', 'Dana Levi'].map((name, seat) => ({
    id: newId(),
    name,
    email: '',
    guide: null,
    isMe: seat === 0,
  }));
  const me = members[0]?.id ?? '';
  const log = device(newId());
  const first = now - contracts * 3_600_000;
  const circle = {
    id: circleId,
    name: 'Thursday circle',
    formatId: 'pmc',
    everyDays: 14,
    lengthMin: 90,
    agreement: [],
    links: [],
    members,
  };
  log.write(createCircle(circle, first, new Date(first).toISOString().slice(0, 10)), first);
  for (let nth = 0; nth < contracts; nth++) {
    const at = first + nth * 3_600_000;
    const memberId = members[nth % members.length]?.id ?? me;
    const isPrivate = memberId === me && random() < 0.2;
    const text = `Contract ${nth + 1}: ${'write, read and ask a little more '.repeat(1 + Math.floor(random() * 3))}`;
    const made = makeContract(
      {
        id: newId(),
        circleId,
        memberId,
        meetingId: null,
        text,
        isPrivate,
        due: new Date(at + 14 * DAY).toISOString().slice(0, 10),
      },
      me,
      at,
    );
    const facts = log.write([made], at);
    const row = foldContract(made.entity, facts);
    const outcome = OUTCOMES[Math.floor(random() * OUTCOMES.length)] ?? 'kept';
    if (row && random() < 0.95)
      log.write(
        [reportContract(row, { meetingId: null, outcome, text: 'It went as I hoped.' }, me, at + DAY)],
        at + DAY,
      );
  }
  return log.facts;
}
