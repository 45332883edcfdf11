import { addMember, createCircle } from '../circle/commands.ts';
import { memberLeft } from '../circle/edit.ts';
import { parkThought, settleParked } from '../circle/parking.ts';
import { sayTogether } from '../circle/together.ts';
import type { Fact } from '../fact/fact.ts';
import { foldGoal, goalEntity } from '../goal/goal.ts';
import { standGoal, writeMyGoal } from '../goal/goal-commands.ts';
import { answerPig, foldPig, pigEntity, writePig } from '../me/pig.ts';
import { noteStroke } from '../me/stroke.ts';
import { writeNote } from '../me/write-note.ts';
import { meetingIdFor } from '../meeting/meeting-id.ts';
import { consentTo, reachMilestone } from '../milestone/commands.ts';
import { foldTie, markContact, setRhythm, tieEntity, writeTie } from '../network/tie.ts';
import { answerPulse, feelMeeting } from '../pulse/answer.ts';
import { holdMeeting } from './hold-meeting.ts';
import { openJournal } from './journal.ts';
import { openLedger } from './promises.ts';
import { idOf, type Stage } from './stage.ts';
import {
  GOALS,
  GUIDE,
  MEETINGS,
  MILESTONES,
  NOTES,
  PARKED,
  PEOPLE,
  PIGS,
  PULSES,
  STROKES,
  TIES,
  TOGETHER,
} from './story.ts';
import { partsOf } from './words.ts';
import type { World } from './world.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Nobody met around the turn of the year: that fortnight is longer. */
const HOLIDAY = 4;

export interface DemoYear {
  readonly circleId: string;
  readonly facts: readonly Fact[];
}

/**
 * A year of a circle as it might have been, written by the product's own commands, ending a few days before `now`: for
 * whoever wants to see what becomes of a circle before having one. Invented; any likeness is chance.
 */
export function demoYear({ now, zone, newId, words }: World): DemoYear {
  const starts = meetingDays(now, zone);
  const circleId = newId();
  const ids = new Map(PEOPLE.map(({ key }) => [key, newId()]));
  const journal = openJournal(newId);
  const goalIds = GOALS.map(() => newId());
  const stage: Stage = {
    journal,
    ledger: openLedger(journal, circleId, goalIds, newId, words),
    goalIds,
    circleId,
    me: idOf(ids, 'amira'),
    ids,
    starts,
    meetingIds: starts.map((start) => meetingIdFor(circleId, start)),
    newId,
    words,
    day: (at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString(),
  };
  beginCircle(stage);
  for (const index of starts.keys()) holdOne(stage, index);
  writePrivately(stage, now);
  return { circleId, facts: journal.facts };
}

/** Every other Tuesday at four, with a longer break in the winter; the last one at least two days ago. */
function meetingDays(now: number, zone: string): number[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  let day = today.subtract({ days: 2 });
  while (day.dayOfWeek !== 2) day = day.subtract({ days: 1 });
  const days: number[] = [];
  for (let index = MEETINGS - 1; index >= 0; index--) {
    days.unshift(day.toZonedDateTime({ timeZone: zone, plainTime: '16:00' }).epochMilliseconds);
    day = day.subtract({ days: index === HOLIDAY ? 28 : 14 });
  }
  return days;
}

function beginCircle({ journal, circleId, me, ids, starts, newId, words, day }: Stage): void {
  const at = (starts[0] ?? 0) - 3 * DAY_MS;
  const first = PEOPLE.filter(({ joins }) => joins === 0);
  const members = [
    ...first.map(({ key, name }) => ({
      id: idOf(ids, key),
      name,
      email: '',
      guide: null,
      isMe: key === 'amira',
    })),
    { id: newId(), name: GUIDE, email: '', guide: { meeting: 3 }, isMe: false },
  ];
  const circle = {
    id: circleId,
    name: words.circleName,
    formatId: 'pmc',
    everyDays: 14,
    lengthMin: 90,
    links: [],
  };
  const agreement = ['attendance', 'confidentiality', 'accountability', 'everyoneGetsTime', 'peers'];
  journal.write(createCircle({ ...circle, agreement, members }, at, day(at)), at);
  journal.write(
    [memberLeft(circleId, me, members.at(-1)?.id ?? '', day(starts[2] ?? at), [])],
    starts[2] ?? at,
  );
  TOGETHER.forEach(({ who, ...item }, index) => {
    const memberId = who === null ? null : idOf(ids, who);
    const said = { id: newId(), circleId, memberId, ...item, text: words.together[index] ?? '' };
    journal.write([sayTogether(said, me, at + index)], at + index);
  });
}

/** Who comes, who goes, the meeting itself, and what was said around it. */
function holdOne(stage: Stage, index: number): void {
  const { journal, ledger, circleId, me, ids, starts, meetingIds, newId, words, day } = stage;
  const start = starts[index] ?? 0;
  const meetingId = meetingIds[index] ?? '';
  for (const [seat, { key, name, joins, leaves }] of PEOPLE.entries()) {
    const id = idOf(ids, key);
    if (joins === index && index > 0)
      journal.write(
        [addMember(circleId, me, { id, name, email: '', guide: null }, seat + 1, day(start))],
        start,
      );
    if (leaves === index) journal.write([memberLeft(circleId, me, id, day(start - DAY_MS), [])], start);
  }
  const members = PEOPLE.filter(({ joins, leaves }) => joins <= index && index < leaves);
  const present = members.filter(({ away }) => !away.includes(index));
  const end = holdMeeting(stage, index, present, members);
  ledger.report(
    present.map(({ key }) => ({ key, id: idOf(ids, key) })),
    { me, meetingId, at: end - 15 * 60_000 },
  );
  ledger.promise(
    present.map(({ key }) => ({ key, id: idOf(ids, key) })),
    { me, meetingId, at: end - 5 * 60_000, day },
  );
  for (const [nth, { meeting, done }] of PARKED.entries()) {
    if (meeting !== index) continue;
    const [id, text] = [newId(), words.parked[nth] ?? ''];
    journal.write([parkThought({ id, circleId, meetingId, text }, me, end)], end);
    const taken = { how: 'takenUp' as const, meetingId };
    if (done)
      journal.write(
        [settleParked({ id, circleId, settledBy: [] }, taken, me, end + 14 * DAY_MS)],
        end + 14 * DAY_MS,
      );
  }
  for (const [nth, { who, kind, meeting, thanks, scope }] of MILESTONES.entries()) {
    if (meeting !== index) continue;
    const [title = '', ...reasons] = partsOf(words.milestones[nth] ?? '');
    const reached = {
      kind,
      title,
      on: day(start - 4 * DAY_MS),
      credit: thanks.map((one, place) => ({ memberId: idOf(ids, one), for: reasons[place] ?? '' })),
    };
    const milestone = { ...reached, id: newId(), circleId, memberId: idOf(ids, who), meetingId };
    journal.write([reachMilestone(milestone, me, end)], end);
    const everyone = [milestone.memberId, ...reached.credit.map(({ memberId }) => memberId)];
    if (scope !== 'circle')
      journal.write(
        everyone.map((member) => consentTo(milestone, member, scope, me, end)),
        end,
      );
  }
}

/** What stands in nobody's log but one's own. */
function writePrivately(stage: Stage, now: number): void {
  const { journal, circleId, ids, starts, meetingIds, goalIds, newId, words, day } = stage;
  const start = (index: number): number => starts[index] ?? now;
  for (const [nth, index] of NOTES.entries()) {
    const [at, text] = [start(index) + DAY_MS, words.notes[nth] ?? ''];
    journal.write([writeNote({ id: meetingIds[index] ?? '', circleId }, text, null, at)], at);
  }
  for (const [index, id] of meetingIds.entries()) {
    const at = start(index) + 95 * 60_000;
    if (index % 3 === 0) continue;
    const step = index < 4 ? 3 : index === 12 ? 2 : index % 4 === 0 ? 5 : 4;
    journal.write([feelMeeting({ id, circleId, step, words: '' }, null, at)], at);
  }
  for (const [index, items] of PULSES) {
    const at = start(index) + 2 * DAY_MS;
    journal.write([answerPulse({ id: newId(), circleId, round: null, items }, null, at)], at);
  }
  for (const [nth, meeting] of PIGS.entries()) {
    const [id, at] = [newId(), start(meeting)];
    const [said = '', answer] = partsOf(words.pigs[nth] ?? '');
    journal.write([writePig(id, said, at)], at);
    const pig = foldPig(pigEntity(id), journal.of(pigEntity(id)));
    if (pig && answer) journal.write([answerPig(pig, answer, at + DAY_MS)], at + DAY_MS);
  }
  for (const [nth, meeting] of STROKES.entries()) {
    const [at, text] = [start(meeting) + 88 * 60_000, words.strokes[nth] ?? ''];
    journal.write(
      [noteStroke({ id: newId(), circleId, meetingId: meetingIds[meeting] ?? null, text }, at)],
      at,
    );
  }
  for (const [index, { question, focus, from, state }] of GOALS.entries()) {
    const [id, at] = [goalIds[index] ?? newId(), now - from * DAY_MS];
    const [text = '', said = ''] = partsOf(words.goals[index] ?? '');
    const until = Temporal.PlainDate.from(day(at)).add({ months: 6 }).toString();
    journal.write(
      [writeMyGoal(id, { text, question, focus, stage: 'early', from: day(at), until }, null, at)],
      at,
    );
    const goal = foldGoal(goalEntity(id), journal.of(goalEntity(id)));
    const over = at + 150 * DAY_MS;
    if (goal && state !== 'open')
      journal.write([standGoal(goal, { state, on: day(over), text: said, until: null }, over)], over);
  }
  for (const tie of TIES) {
    const [id, at] = [newId(), start(2)];
    const { name, support, closeness, category, standing } = tie;
    const metIn = tie.member ? { circleId, memberId: idOf(ids, tie.member) } : null;
    journal.write(
      [writeTie(id, { name, email: '', support, closeness, category, standing, metIn }, null, at)],
      at,
    );
    const row = foldTie(id, journal.of(tieEntity(id)));
    if (tie.daysAgo !== null) journal.write([markContact(id, day(now - tie.daysAgo * DAY_MS), at)], at);
    if (row && tie.weeks !== null)
      journal.write([setRhythm(row, { every: tie.weeks, unit: 'weeks' }, day(at), at)], at);
  }
}
