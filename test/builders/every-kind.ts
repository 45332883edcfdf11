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

/** A body as far as it is looked into here. */
interface Body {
  readonly [field: string]: unknown;
  readonly format?: { readonly id: string };
}

interface Own {
  readonly begins: string;
  readonly kinds: Readonly<Record<string, v.GenericSchema>>;
  /** What its entity is named after; without it: anything. */
  readonly after?: (body: Body) => unknown;
}

/** What stands in nobody's log but one's own. */
const MY_KINDS: readonly Own[] = [
  // Private contracts are made like those of a circle.
  { begins: '', kinds: contractKinds },
  { begins: 'me-', kinds: selfKinds, after: ({ circle }) => circle },
  { begins: 'note-', kinds: noteKinds, after: ({ meeting }) => meeting },
  { begins: 'series-', kinds: decisionKinds, after: ({ key }) => key },
  { begins: 'erased-', kinds: erasedCircleKinds, after: ({ circle }) => circle },
  { begins: 'format-', kinds: ownFormatKinds, after: ({ format }) => format?.id },
  { begins: 'pig-', kinds: pigKinds },
  { begins: 'stroke-', kinds: strokeKinds },
  { begins: 'aside-', kinds: asideKinds },
  { begins: 'goal-', kinds: goalKinds },
  { begins: 'plan-', kinds: planKinds },
  { begins: 'tie-', kinds: tieKinds },
  { begins: 'guest-', kinds: guestKinds },
  { begins: 'reflection-', kinds: reflectionKinds },
  { begins: 'pulse-', kinds: answerKinds },
  { begins: 'felt-', kinds: feltKinds, after: ({ meeting }) => meeting },
  { begins: 'ask-', kinds: askKinds, after: ({ circle }) => circle },
  { begins: 'report-', kinds: givenKinds },
  { begins: 'speed-', kinds: speedKinds },
];

/** Every kind of fact that an export can hold; `test/guards/kinds.test.ts` misses none. */
export const EXPORTED_KINDS: ReadonlySet<string> = new Set([
  ...Object.keys(CIRCLE_KINDS),
  ...MY_KINDS.flatMap(({ kinds }) => Object.keys(kinds)),
]);

/** A circle whose members are known by these ids. */
export interface Place {
  circleId: string;
  /** Members, meetings, hashes of facts …: what bodies like to name. */
  ids: readonly string[];
}

/** Things that are spoken of again and again. */
const THINGS = ['thing-1', 'thing-2'];

/** One of each kind there is, in no order: whatever their schemas take, about a few things and the circle. */
export function everyKind({ circleId, ids }: Place): fc.Arbitrary<Draft[]> {
  const known = [...ids, ...THINGS, circleId];
  const bodyOf = (kind: string, schema: v.GenericSchema): fc.Arbitrary<Body> =>
    anyOf(schema, known).map((made) => {
      const body = made as Body;
      if (typeof body.circle !== 'string') return body;
      // What would take the whole circle off is about one that never was here.
      return { ...body, circle: kind === 'erasure.circle' ? 'gone' : circleId };
    });
  const ofCircle = Object.entries(CIRCLE_KINDS).map(([kind, schema]) => {
    const about = kind.startsWith('circle.') ? fc.constant(circleId) : fc.constantFrom(...ids, ...THINGS);
    const isGoal = Object.hasOwn(sharedGoalKinds, kind);
    // By whoever it is about, or by another.
    return fc
      .tuple(about, bodyOf(kind, schema), fc.constantFrom(...ids.slice(0, 2), null))
      .map(([entity, body, by]) => {
        // A goal is one member's, and theirs to write.
        const own = typeof body.member === 'string' ? body.member : null;
        const writer = isGoal ? own : (by ?? own);
        return draft(circleId, writer, isGoal ? `goal-${body.member}` : entity, kind, body);
      });
  });
  const mine = MY_KINDS.flatMap(({ begins, kinds, after }) =>
    Object.entries(kinds).map(([kind, schema]) =>
      fc.tuple(fc.constantFrom(...known), bodyOf(kind, schema)).map(([entity, body]) => {
        const named = after?.(body);
        return myDraft(begins + (typeof named === 'string' ? named : entity), kind, body);
      }),
    ),
  );
  return fc.tuple(...ofCircle, ...mine);
}
