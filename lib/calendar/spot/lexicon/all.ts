import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import type { Lexicon } from './lexicon.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';

/** All languages are read at once: people write titles in several, whatever their interface language. */
export const LEXICONS: readonly Lexicon[] = [english, german, french, spanish, portuguese];
