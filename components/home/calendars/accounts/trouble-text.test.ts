import { expect, it } from 'vitest';
import { signInTrouble, troubleText } from './trouble-text.ts';

it.each(['offline', 'busy', 'server'] as const)(
  'lets the member try a sign-in again that met with %s, since nothing else does',
  (reason) => {
    const { todo, step } = signInTrouble(reason, 'google', null);
    expect(todo).not.toContain('by itself');
    expect(step).toBe('sign-in');
    expect(troubleText(reason, 'google', null)).toMatchObject({ step: 'none' });
  },
);

it('tells a copy without a client ID from one whose ID the service does not know', () => {
  const [none, unknown] = [null, 'AADSTS700016'].map((code) => troubleText('no-client', 'microsoft', code));
  expect(none?.title).not.toBe(unknown?.title);
  expect([none?.step, unknown?.step]).toEqual(['client', 'client']);
});

it('keeps the service’s own code in both, for those who help', () => {
  for (const text of [signInTrouble, troubleText])
    expect(text('server', 'microsoft', 'AADSTS90033').todo).toContain('AADSTS90033');
});
