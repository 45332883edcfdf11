import { describe, expect, it } from 'vitest';
import { sourceName } from './source-name.ts';

describe('what a calendar is called', () => {
  it('believes the calendar before the file, since downloads are called anything', () => {
    expect(sourceName(' Ada’s\n week ', 'basic (3).ics')).toBe('Ada’s week');
    expect(sourceName('', 'work.ics')).toBe('work');
    expect(sourceName(undefined, 'ada@example.org.ical.ics')).toBe('ada@example.org');
    expect(sourceName(undefined, '.ics')).toBe('.ics');
  });

  it('keeps a name made to harm on one line', () => {
    expect(sourceName('x'.repeat(100_000), 'a.ics')).toHaveLength(120);
  });
});
