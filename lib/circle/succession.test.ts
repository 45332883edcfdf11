import { describe, expect, it } from 'vitest';
import { keyOf, space } from '@/test/builders/space';
import { foldRights } from './rights.ts';
import { sameBrowser, succession } from './succession.ts';

const NEW = { device: keyOf('bo-2'), box: keyOf('box') };

function circle() {
  const made = space();
  made.add('ada-1', 'ada', 'bo-1', 'bo', made.root.hash);
  const rights = () => {
    const row = foldRights(made.id, made.facts);
    if (!row) throw new Error('there is no root');
    return row;
  };
  return { ...made, rights };
}

describe('a device that began a new author', () => {
  it('is let in by the one it was, which counts without anybody else', () => {
    const made = circle();
    const said = succession(made.rights(), NEW, [keyOf('bo-1')], 5);
    expect(said?.author).toBe(keyOf('bo-1'));
    if (!said) return;
    made.sealed('bo-1', said.draft);
    expect(made.rights().devices).toContainEqual({
      ...NEW,
      letInBy: [keyOf('bo-1')],
      member: 'bo',
      last: null,
      after: keyOf('bo-1'),
    });
    expect(succession(made.rights(), NEW, [keyOf('bo-1')], 6)).toBeNull();
  });

  it('is not where the one it was was removed, or it was itself: that was meant', () => {
    const made = circle();
    const removed = circle();
    removed.removeDevice('ada-1', 'ada', 'bo-1', 0, removed.root.hash);
    expect(succession(removed.rights(), NEW, [keyOf('bo-1')], 5)).toBeNull();
    made.add('bo-1', 'bo', 'bo-2', 'bo');
    made.removeDevice('ada-1', 'ada', 'bo-2', 0, made.root.hash);
    expect(succession(made.rights(), NEW, [keyOf('bo-1')], 5)).toBeNull();
  });

  it('is still let in where only one that was out named it before', () => {
    const made = circle();
    made.add('bo-1', 'bo', 'bo-0', 'bo');
    made.removeDevice('ada-1', 'ada', 'bo-0', 0, made.root.hash);
    made.add('bo-0', 'bo', 'bo-2', 'bo');
    expect(made.rights().devices.map(({ device }) => device)).not.toContain(NEW.device);
    expect(succession(made.rights(), NEW, [keyOf('bo-0'), keyOf('bo-1')], 5)?.author).toBe(keyOf('bo-1'));
  });

  it('gains nothing by what it says after its removal', () => {
    const made = circle();
    const said = succession(made.rights(), NEW, [keyOf('bo-1')], 5);
    made.removeDevice('ada-1', 'ada', 'bo-1', 0, made.root.hash);
    if (said) made.sealed('bo-1', said.draft);
    expect(made.rights().devices.map(({ device }) => device)).not.toContain(NEW.device);
  });

  it('is one browser with the one it was, and is taken out with it; a further device of the member is another', () => {
    const made = circle();
    made.add('bo-1', 'bo', 'bo-phone', 'bo');
    const said = succession(made.rights(), NEW, [keyOf('bo-1')], 5);
    if (said) made.sealed('bo-1', said.draft);
    const both = [keyOf('bo-1'), keyOf('bo-2')];
    for (const one of both) expect(sameBrowser(made.rights(), 'bo', one).sort()).toEqual(both);
    expect(sameBrowser(made.rights(), 'bo', keyOf('bo-phone'))).toEqual([keyOf('bo-phone')]);
  });

  it('is nobody’s who never belonged', () => {
    expect(succession(circle().rights(), NEW, [keyOf('eve-1')], 5)).toBeNull();
  });
});
