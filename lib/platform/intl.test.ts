import { afterEach, describe, expect, it } from 'vitest';
import { showIn } from './i18n.ts';
import { dateFormat, listFormat, numberFormat, relativeFormat } from './intl.ts';

const speak = (tag: string) => showIn((key) => key, tag);
afterEach(() => speak('en'));

describe('what writes dates, numbers and lists', () => {
  it('is made once for a language and its options, since making it is dear', () => {
    expect(dateFormat({ month: 'long' })).toBe(dateFormat({ month: 'long' }));
    expect(dateFormat({ month: 'long' })).not.toBe(dateFormat({ month: 'short' }));
    expect(numberFormat()).toBe(numberFormat());
    expect(numberFormat()).not.toBe(relativeFormat());
  });

  it('follows the language that is shown', () => {
    const day = Temporal.PlainDate.from('2026-11-19');
    expect(dateFormat({ day: 'numeric', month: 'long' }).format(day)).toBe('November 19');
    speak('de');
    expect(dateFormat({ day: 'numeric', month: 'long' }).format(day)).toBe('19. November');
    expect(listFormat().format(['Asha', 'Bo'])).toBe('Asha und Bo');
    expect(relativeFormat({ numeric: 'auto' }).format(1, 'day')).toBe('morgen');
    expect(numberFormat({ maximumFractionDigits: 1 }).format(1.25)).toBe('1,3');
  });

  it('keeps to the zone that was asked for', () => {
    const at = Date.UTC(2026, 10, 19, 23);
    const hour = (timeZone: string) => dateFormat({ hour: '2-digit', hourCycle: 'h23', timeZone }).format(at);
    expect([hour('UTC'), hour('Asia/Kolkata')]).toEqual(['23', '04']);
  });

  it('holds a bounded number of them', () => {
    const first = numberFormat({ minimumIntegerDigits: 1 });
    for (let digits = 0; digits <= 100; digits++) numberFormat({ minimumFractionDigits: digits });
    expect(numberFormat({ minimumIntegerDigits: 1 })).not.toBe(first);
  });
});
