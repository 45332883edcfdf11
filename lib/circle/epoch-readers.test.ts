import { describe, expect, it } from 'vitest';
import { keyOf, space } from '@/test/builders/space';
import type { Fact } from '../fact/fact.ts';
import { isEpochDue, isLeftOut, isReadByGone, leftOut, mayBeginEpoch, missedBy } from './epoch-readers.ts';
import { foldRights, type RightsRow } from './rights.ts';
import { beginEpoch } from './rights-commands.ts';

function fold(circle: { id: string; facts: readonly Fact[] }): RightsRow {
  const rights = foldRights(circle.id, circle.facts);
  if (!rights) throw new Error('there is no root');
  return rights;
}

/** Ada founded it, Bo and Chen have a device each, Bo is a steward too; an epoch as Ada would begin it now. */
function circleOfThree() {
  const circle = space();
  const byRoot = circle.root.hash;
  circle.add('ada-1', 'ada', 'bo-1', 'bo', byRoot);
  circle.add('ada-1', 'ada', 'chen-1', 'chen', byRoot);
  const bo = circle.name('ada-1', 'ada', 'bo', byRoot).hash;
  const epoch = () => {
    const rights = fold(circle);
    const here = rights.devices.filter(({ last }) => last === null);
    const secrets = Object.fromEntries(here.map(({ device }) => [device, 'sealed']));
    const { body } = beginEpoch(rights, 'ada', { id: 'e', secrets }, 1);
    return body as { secrets: Record<string, string>; without: string[] };
  };
  return { ...circle, byRoot, bo, epoch };
}

describe('who reads an epoch', () => {
  it('is who stands in its list; whoever began it tells whom they left out', () => {
    const circle = circleOfThree();
    expect(circle.epoch()).toMatchObject({ without: [] });
    circle.removeDevice('ada-1', 'ada', 'chen-1', 0, circle.byRoot);
    const { secrets, without } = circle.epoch();
    expect(Object.keys(secrets).sort()).toEqual([keyOf('ada-1'), keyOf('bo-1')].sort());
    expect(without).toEqual([keyOf('chen-1')]);
    expect(leftOut(fold(circle), secrets)).toEqual(without);
  });

  it('misses a device that another steward let in meanwhile, and none that was left out knowingly', () => {
    const circle = circleOfThree();
    const epoch = circle.epoch();
    expect(missedBy(fold(circle), epoch)).toEqual([]);
    circle.add('bo-1', 'bo', 'dana-1', 'dana', circle.bo);
    expect(missedBy(fold(circle), epoch).map(({ device }) => device)).toEqual([keyOf('dana-1')]);
    // A removal that has not arrived here: it still seems to belong, but the epoch says that it does not.
    expect(missedBy(fold(circle), { ...epoch, without: [keyOf('dana-1')] })).toEqual([]);
    // Of an epoch that does not tell, nothing is guessed.
    expect(missedBy(fold(circle), { secrets: epoch.secrets })).toEqual([]);
    circle.leave('ada-1', 'ada', 'dana', {}, circle.byRoot);
    expect(missedBy(fold(circle), epoch)).toEqual([]);
  });

  it('may be somebody who left: then a new one is due, once', () => {
    const circle = circleOfThree();
    const first = circle.epoch();
    expect(isReadByGone(fold(circle), first)).toBe(false);
    circle.leave('ada-1', 'ada', 'chen', { [keyOf('chen-1')]: 0 }, circle.byRoot);
    expect(isReadByGone(fold(circle), first)).toBe(true);
    expect(isReadByGone(fold(circle), circle.epoch())).toBe(false);
  });

  it('is still ended when a member has named more devices than are told of, so that nobody makes themselves stay', () => {
    const circle = circleOfThree();
    for (let i = 0; i < 6; i += 1) {
      circle.add('chen-1', 'chen', `chen-x${i}`, 'chen');
      for (let j = 0; j < 350; j += 1) circle.add(`chen-x${i}`, 'chen', `chen-x${i}-${j}`, 'chen');
    }
    const rights = fold(circle);
    const secrets = Object.fromEntries(['ada-1', 'bo-1', 'chen-1'].map((one) => [keyOf(one), 'sealed']));
    const full = { secrets, without: leftOut(rights, secrets) };
    expect(full.without).toHaveLength(2_000);
    expect(missedBy(rights, full)).toEqual([]);
    const gone = { ...rights, gone: ['chen'] };
    expect(isReadByGone(gone, full)).toBe(true);
    const { [keyOf('chen-1')]: _, ...stay } = secrets;
    expect(isReadByGone(gone, { secrets: stay, without: leftOut(gone, stay) })).toBe(false);
  });

  it('may be a device whose letting in counts no more: it got the secret from hand to hand', () => {
    const circle = circleOfThree();
    const epoch = circle.epoch();
    circle.add('bo-1', 'bo', 'dana-1', 'dana', circle.bo);
    circle.end('ada-1', 'ada', 'bo', [circle.bo], {}, circle.byRoot);
    expect(fold(circle).devices.map(({ member }) => member)).not.toContain('dana');
    expect(isReadByGone(fold(circle), epoch)).toBe(true);
    expect(isReadByGone(fold(circle), circle.epoch())).toBe(false);
  });

  it('is begun by a device that belongs, of a member who is a steward: anything else would not count', () => {
    const circle = circleOfThree();
    expect(mayBeginEpoch(fold(circle), keyOf('bo-1'), 'bo')).toBe(true);
    expect(mayBeginEpoch(fold(circle), keyOf('chen-1'), 'chen')).toBe(false);
    expect(mayBeginEpoch(fold(circle), keyOf('bo-2'), 'bo')).toBe(false);
    circle.removeDevice('ada-1', 'ada', 'bo-1', 0, circle.byRoot);
    expect(mayBeginEpoch(fold(circle), keyOf('bo-1'), 'bo')).toBe(false);
  });

  it('is to be begun where none counts: at once where somebody was taken out, else when all has had time to arrive', () => {
    const circle = circleOfThree();
    const due = (forWhom: 'gone' | 'left-out') =>
      isEpochDue(fold(circle), [], undefined, keyOf('bo-1'), forWhom);
    expect([due('gone'), due('left-out')]).toEqual([false, true]);
    circle.leave('bo-1', 'bo', 'ada', { [keyOf('ada-1')]: 4 }, circle.bo);
    expect([due('gone'), due('left-out')]).toEqual([true, true]);
  });

  it('may miss one who was left out and belongs all the same: then a new one is due, but not without end', () => {
    const circle = circleOfThree();
    const began = (device: string, by: string, right: string, reads: readonly string[], of: string) => {
      const [secrets, without] = [
        Object.fromEntries(reads.map((one) => [keyOf(one), 'sealed'])),
        ['ada-1', 'bo-1', 'chen-1'].filter((one) => !reads.includes(one)).map(keyOf),
      ];
      return circle.write(device, by, 'epoch.began', {
        epoch: 1,
        of,
        id: 'e',
        secrets,
        without,
        at: 1,
        right,
      });
    };
    const facts = [began('bo-1', 'bo', circle.bo, ['ada-1', 'bo-1'], '')];
    const isDue = () => isLeftOut(fold(circle), facts, facts.at(-1)?.hash ?? '', keyOf('ada-1'));
    expect(isDue()).toBe(true);
    // A device without a key that is one stands in the list, with nothing: it was not left out.
    const without = { ...facts[0], body: { ...(facts[0]?.body as object), without: [] } } as Fact;
    expect(isLeftOut(fold(circle), [without], without.hash, keyOf('ada-1'))).toBe(false);
    let times = 0;
    for (; times < 20 && isDue(); times += 1)
      facts.push(
        began('ada-1', 'ada', circle.byRoot, ['ada-1', 'bo-1', 'chen-1'], facts.at(-1)?.hash ?? ''),
        began('bo-1', 'bo', circle.bo, ['ada-1', 'bo-1'], facts.at(-1)?.hash ?? ''),
      );
    expect(times).toBe(4);
    // Whoever does not belong is not waited for.
    circle.leave('ada-1', 'ada', 'chen', {}, circle.byRoot);
    expect(isLeftOut(fold(circle), facts, facts[0]?.hash ?? '', keyOf('bo-1'))).toBe(false);
  });
});
