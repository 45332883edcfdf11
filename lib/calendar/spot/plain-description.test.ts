import { describe, expect, it } from 'vitest';
import { DESCRIPTION_READ, plainDescription } from './plain-description.ts';

describe('plainDescription', () => {
  it('keeps what the inviter wrote before and after a join block', () => {
    const text =
      'Bring your goals\n-::~:~::~:~:~:~::-\nJoin with Google Meet: x\n-::~:~::~:~:~:~::-\nSee you';
    expect(plainDescription(text)).toBe('Bring your goals\nSee you');
  });

  it.each([
    'Viele Grüße\nAnna, Mentoringkreis',
    'Cordialement\nAnne',
    'Un saludo,\nAna',
    '-- \nBüro',
    'On Thu, 5 Mar 2026 at 10:00, Ana wrote:\nold',
    'Am 5. März schrieb Ana: x schrieb\nalt',
    '> quoted',
  ])('stops at signatures and quoted mail: %j', (ending) => {
    expect(plainDescription(`Ours\n${ending}`)).toBe('Ours');
  });

  it('drops addresses, whose names are not the inviter’s words', () => {
    expect(plainDescription('see https://peer-circle.example/x or mentor@circle.example now')).toBe(
      'see   or   now',
    );
  });

  it('reads a bounded part of a hostile description', () => {
    for (const text of [
      '@'.repeat(100_000),
      'a@'.repeat(50_000),
      '-'.repeat(100_000),
      '\n'.repeat(100_000),
    ]) {
      expect(plainDescription(text).length).toBeLessThanOrEqual(DESCRIPTION_READ);
    }
  });
});
