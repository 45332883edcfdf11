import fc from 'fast-check';
import type * as v from 'valibot';
import { circleKinds, memberKinds } from '../../lib/circle/facts.ts';
import { parkingKinds } from '../../lib/circle/parking.ts';
import { rightsKinds } from '../../lib/circle/rights-facts.ts';
import { togetherKinds } from '../../lib/circle/together.ts';
import { asideKinds } from '../../lib/contract/aside.ts';
import { contractKinds } from '../../lib/contract/facts.ts';
import { draft, myDraft } from '../../lib/fact/draft.ts';
import type { Draft } from '../../lib/fact/fact.ts';
import { goalKinds, planKinds, sharedGoalKinds } from '../../lib/goal/facts.ts';
import { givenKinds } from '../../lib/insight/given.ts';
import { decisionKinds, erasedCircleKinds, noteKinds, selfKinds } from '../../lib/me/facts.ts';
import { ownFormatKinds } from '../../lib/me/own-format.ts';
import { pigKinds } from '../../lib/me/pig.ts';
import { strokeKinds } from '../../lib/me/stroke.ts';
import { meetingKinds } from '../../lib/meeting/facts.ts';
import { milestoneKinds } from '../../lib/milestone/facts.ts';
import { guestKinds, reflectionKinds, tieKinds } from '../../lib/network/facts.ts';
import { answerKinds, askKinds, feltKinds, roundKinds } from '../../lib/pulse/facts.ts';
import { speedKinds } from '../../lib/speed/facts.ts';
import { anyOf } from './any-of.ts';

/** What stands in a circle's log. */
const CIRCLE_KINDS: Readonly<Record<string, v.GenericSchema>> = {
  ...circleKinds,
  ...memberKinds,
  ...meetingKinds,
  ...contractKinds,
  ...parkingKinds,
  ...togetherKinds,
  ...milestoneKinds,
  ...sharedGoalKinds,
  ...rightsKinds,
  ...roundKinds,
};

/** What stands in nobody's log but one's own, by how its entities begin. */
const MY_KINDS: readonly (readonly [string, Readonly<Record<string, v.GenericSchema>>])[] = [
  // Private contracts are made like those of a circle.
  ['', contractKinds],
  ['me-', selfKinds],
  ['note-', noteKinds],
  ['series-', decisionKinds],
  ['erased-', erasedCircleKinds],
  ['format-', ownFormatKinds],
  ['pig-', pigKinds],
  ['stroke-', strokeKinds],
  ['aside-', asideKinds],
  ['goal-', goalKinds],
  ['plan-', planKinds],
  ['tie-', tieKinds],
  ['guest-', guestKinds],
  ['reflection-', reflectionKinds],
  ['pulse-', answerKinds],
  ['felt-', feltKinds],
  ['ask-', askKinds],
  ['report-', givenKinds],
  ['speed-', speedKinds],
];

/** Every kind of fact that an export can hold; `test/guards/kinds.test.ts` misses none. */
export const EXPORTED_KINDS: ReadonlySet<string> = new Set([
  ...Object.keys(CIRCLE_KINDS),
  ...MY_KINDS.flatMap(([, kinds]) => Object.keys(kinds)),
]);

/** A circle whose members are known by these ids. */
export interface Place {
  circleId: string;
  /** Members, meetings, hashes of facts …: what bodies like to name. */
  ids: readonly string[];
}

/** Kinds that begin a thing: what is said of it later needs one. */
const THINGS = ['thing-1', 'thing-2'];

/** One of each kind there is, in no order: whatever their schemas take, about a few things and the circle. */
export function everyKind({ circleId, ids }: Place): fc.Arbitrary<Draft[]> {
  const known = [...ids, ...THINGS, circleId];
  const ofCircle = Object.entries(CIRCLE_KINDS).map(([kind, schema]) => {
    const about = kind.startsWith('circle.') ? fc.constant(circleId) : fc.constantFrom(...ids, ...THINGS);
    const begins = Object.hasOwn(sharedGoalKinds, kind) ? 'goal-' : '';
    return fc
      .tuple(about, anyOf(schema, known), fc.constantFrom(...ids.slice(0, 2)))
      .map(([entity, body, by]) => draft(circleId, by, begins + entity, kind, body));
  });
  const mine = MY_KINDS.flatMap(([begins, kinds]) =>
    Object.entries(kinds).map(([kind, schema]) => {
      // What would take the whole circle off is about one that never was here.
      const about = kind === 'erasure.circle' ? fc.constant('gone') : fc.constantFrom(...known);
      return fc.tuple(about, anyOf(schema, known)).map(([entity, body]) => {
        const said = kind === 'erasure.circle' ? { ...(body as object), circle: 'gone' } : body;
        return myDraft(begins + entity, kind, said);
      });
    }),
  );
  return fc.tuple(...ofCircle, ...mine);
}
