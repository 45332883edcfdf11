import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Format } from '../format.ts';
import { FORMATS } from './all.ts';
import { copyFormat } from './copy-format.ts';
import { MAX_FILE, readFormatFile, writeFormatFile } from './format-file.ts';

const named = FORMATS.map((format) => copyFormat(format, 'x', `My ${format.id}`));
const pmc = named[0] as Format;
const changed = (change: (file: { version: unknown; format: Record<string, unknown> }) => void): string => {
  const file = JSON.parse(writeFormatFile(pmc));
  change(file);
  return JSON.stringify(file);
};
const why = (text: string) => {
  const read = readFormatFile(text, 'n');
  return read.ok ? null : read.problem;
};

describe('a format as a file', () => {
  it.each(named)('$name comes back as it was, under an id of its own', (format) => {
    expect(readFormatFile(writeFormatFile(format), 'n')).toEqual({
      ok: true,
      format: { ...format, id: 'n' },
    });
  });

  it('is refused with the place of a field that nobody knows, since without it it would be another format', () => {
    expect(why(changed((file) => Object.assign(file, { extra: 1 })))).toEqual({
      kind: 'unknownField',
      at: 'extra',
    });
    expect(why(changed((file) => Object.assign(file.format, { mood: 1 })))).toEqual({
      kind: 'unknownField',
      at: 'format.mood',
    });
    const deep = changed(({ format }) => {
      format.phases = pmc.phases.map((phase, i) => (i === 2 ? { ...phase, speed: 'fast' } : phase));
    });
    expect(why(deep)).toEqual({ kind: 'unknownField', at: 'format.phases.2.speed' });
  });

  it('is refused with the place of a value that cannot be read', () => {
    const phases = (minutes: unknown) =>
      changed(({ format }) => {
        format.phases = pmc.phases.map((phase, i) => (i === 1 ? { ...phase, minutes } : phase));
      });
    for (const minutes of [-1, 'all', null, 5000])
      expect(why(phases(minutes))).toEqual({ kind: 'wrongField', at: 'format.phases.1.minutes' });
    expect(why(changed((file) => Object.assign(file, { version: 'one' })))).toEqual({
      kind: 'wrongField',
      at: 'version',
    });
  });

  it('is refused when it is something else, newer, or far too large', () => {
    expect(why('')).toEqual({ kind: 'notJson' });
    for (const other of ['null', '[]', '{"kind":"circlekeeper-backup","format":{}}'])
      expect(why(other)).toEqual({ kind: 'notAFormat' });
    expect(why(changed((file) => Object.assign(file, { version: 2 })))).toEqual({ kind: 'newer' });
    expect(why(' '.repeat(MAX_FILE + 1))).toEqual({ kind: 'tooBig' });
  });

  it('is refused when it could not be run', () => {
    const two = changed(({ format }) => {
      format.phases = [...pmc.phases, { id: 'more', kind: 'talk', perMember: false, minutes: 'rest' }];
    });
    expect(why(two)).toEqual({
      kind: 'cannotRun',
      problem: { kind: 'twoRests', phase: 'more', session: 0 },
    });
    const same = changed(({ format }) => {
      format.phases = [...pmc.phases, pmc.phases[0]];
    });
    expect(why(same)).toMatchObject({ kind: 'cannotRun', problem: { kind: 'sameId', phase: 'arrive' } });
    expect(why(changed(({ format }) => Object.assign(format, { name: ' ' })))).toMatchObject({
      problem: { kind: 'noName' },
    });
  });

  it('never throws, whatever the file says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (format) => {
        const text = JSON.stringify({ kind: 'circlekeeper-format', version: 1, format });
        const read = readFormatFile(text, 'n');
        if (read.ok) expect(read.format.id).toBe('n');
      }),
    );
  });
});
