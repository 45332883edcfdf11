import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { fold } from './fold.ts';
import { LEXICONS } from './lexicon/all.ts';
import { CLASSES, PRACTICES, ROLES, roleBit } from './lexicon/lexicon.ts';
import { match } from './match.ts';
import { study } from './study.ts';
import { KINDS } from './table-format.ts';

describe('study', () => {
  it('finds every role of every word of the lexicon in the table', () => {
    for (const lexicon of LEXICONS)
      for (const role of ROLES)
        for (const word of (lexicon.roles[role] ?? '').split(/[\s-]+/).filter(Boolean))
          expect(study(word).roles & roleBit(role), `${word} ${role}`).not.toBe(0);
  });

  it('finds every phrase with nothing but whole words under its first word', () => {
    const stop = new Set(LEXICONS.flatMap(({ stop: list }) => list.split(/\s+/).filter(Boolean).map(fold)));
    for (const lexicon of LEXICONS)
      for (const as of [...CLASSES, ...PRACTICES])
        for (const phrase of (lexicon.phrases[as] ?? '').split(',')) {
          const words = phrase
            .split(/[\s-]+/)
            .filter(Boolean)
            .map(fold);
          if (words.length === 0 || words.some((word) => stop.has(word))) continue;
          const found = study(words[0] ?? '').phrases.filter((each) => each.as === as);
          expect(found.map((each) => each.words.join(' '))).toContain(words.join(' '));
        }
  });

  it('takes compounds apart, but not at chance endings', () => {
    expect(study('Mentorinnenkreis').roles & roleBit('circle')).not.toBe(0);
    expect(study('enfermagem')).toMatchObject({ roles: 0, phrases: [] });
  });

  it('reads a slip of the pen as the word that was meant', () => {
    expect(study('Mntoring').roles).toBe(study('mentoring').roles);
  });
});

describe('the table', () => {
  it('is text alone, so that a build can hold it', () => {
    const table = compile();
    expect(JSON.parse(JSON.stringify(table))).toEqual(table);
    expect(KINDS.length).toBeLessThanOrEqual(36);
  });
});

describe('small words', () => {
  it('count behind a phrase and before it, all of them', () => {
    const roles = (text: string) => match(text, 400).roles;
    expect(roles('cada una escucha') & roleBit('turn')).not.toBe(0);
    expect(roles('cada lunes') & roleBit('turn')).toBe(0);
    const led = (text: string) => match(text, 400).hits.some((hit) => hit.as === 'led');
    expect(led('Kurs unter der Leitung von Kern')).toBe(true);
    expect(led('Frauen in der Leitung')).toBe(false);
  });
});
