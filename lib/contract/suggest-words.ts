/**
 * The words by which a contract is seen to have a day, to be vague, or to be several. All lower case and without accents,
 * as {@link plainWords} makes them. A word too many only keeps a suggestion back, so the lists of days are generous and
 * those of vague words are not.
 */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Lower case, without accents; an apostrophe is always the straight one. */
export const plainWords = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'");

const DAYS = [
  'mondays? tuesdays? wednesdays? thursdays? fridays? saturdays? sundays? tue wed thu thur thurs fri weekdays? weekends?',
  'montags? dienstags? mittwochs? donnerstags? freitags? samstags? sonnabends? sonntags? wochenende',
  'lundis? mardis? mercredis? jeudis? vendredis? samedis? dimanches? week-end',
  'lunes martes miercoles jueves viernes sabados? domingos?',
  'segunda segunda-feira terca terca-feira quarta quarta-feira quinta quinta-feira sexta sexta-feira',
].flatMap((line) => line.split(' '));

const MONTHS = [
  'january february april june july august september october november december',
  'januar februar marz mai juni juli oktober dezember',
  'janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro',
].flatMap((line) => line.split(' '));

const NEAR = [
  'today tonight tomorrow daily weekly nightly',
  'heute morgen ubermorgen taglich wochentlich abends morgens',
  "aujourd'hui demain apres-demain ce soir",
  'hoy manana diariamente',
  'hoje amanha diariamente',
].flatMap((line) => line.split(' '));

const PHRASES = [
  '(?:this|next|every|each|a|per) (?:day|week|month|morning|afternoon|evening|night|weekend)',
  'before (?:we meet|the|our|next)|by the end|end of (?:the )?(?:day|week|month)|next (?:meeting|time)',
  '(?:diese|nachste|jede|kommende)[nrs]? (?:tag|woche|monat|morgen|abend)|nachsten treffen|ende der woche',
  '(?:cette|chaque|ce|la) (?:semaine|jour|mois|matin|soir)|semaine prochaine|tous les|prochaine (?:reunion|fois)',
  '(?:esta|cada|este|la proxima|proxima) (?:semana|dia|mes|manana|noche)|todos los|semana que viene|proxima reunion',
  '(?:esta|cada|este|a proxima|proxima) (?:semana|dia|mes|manha|noite)|todos os|semana que vem|proximo encontro',
  '(?:in|within|innerhalb|dans|en|em) (?:\\d+|two|three|zwei|drei|deux|trois|dos|tres|duas|dois) \\w+',
];

const NUMBERS = [
  '\\d{4}-\\d{2}-\\d{2}',
  '\\d{1,2}[./]\\d{1,2}',
  '\\d{1,2}(?:st|nd|rd|th)',
  '(?:mar|may|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec|march)\\.? \\d{1,2}',
  '\\d{1,2}\\.? (?:de )?(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)',
  '\\d{1,2}:\\d{2}',
  '\\d{1,2} ?(?:am|pm|a\\.m\\.|p\\.m\\.|uhr|heures?|h)',
];

const whole = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'u');

const DAY = whole([...DAYS, ...MONTHS, ...NEAR, ...PHRASES, ...NUMBERS]);

/** Whether a contract names a day, a time or a rhythm. @param plain by {@link plainWords}. */
export const namesDay = (plain: string): boolean => DAY.test(plain);

const START =
  "^(?:(?:i|we) (?:will|want to|should|would like to|am going to) |i'll |to |ich (?:werde|will|mochte) |je (?:vais|veux) |(?:yo )?(?:voy a|quiero) |(?:eu )?(?:vou|quero) )?";

/** What says what it is about but not what one does. In German the verb often comes last. */
export const VAGUE: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    `${START}(?:keep |start |begin )?(?:work(?:ing)? (?:more )?on|think(?:ing)? (?:more )?about|try(?:ing)? (?:to|and)|look(?:ing)? into|make (?:some )?progress|focus(?:ing)? on|get better at|improve|deal with|consider|explore|reflect on|sort out|start (?:on|with)|continue)(?![\\p{L}])`,
    'u',
  ),
  de: new RegExp(
    `${START}(?:(?:versuche|versuchen|arbeite an|denke uber|uberlege)(?![\\p{L}])|.*(?<![\\p{L}])(?:arbeiten|weiterarbeiten|nachdenken|uberlegen|versuchen|kummern|beschaftigen|vorankommen|verbessern|angehen)[.!]?$)`,
    'u',
  ),
  fr: new RegExp(
    `${START}(?:travailler (?:sur|a)|reflechir (?:a|au|aux|sur)|penser (?:a|au|aux)|essayer (?:de|d')|tenter (?:de|d')|m'occuper|avancer (?:sur|dans)|continuer|ameliorer|me concentrer)`,
    'u',
  ),
  es: new RegExp(
    `${START}(?:trabajar (?:en|sobre)|pensar (?:en|sobre)|intentar|tratar de|avanzar|mejorar|ocuparme|continuar|seguir (?:con|trabajando)|reflexionar|empezar (?:a|con))(?![\\p{L}])`,
    'u',
  ),
  pt: new RegExp(
    `${START}(?:trabalhar (?:em|no|na|nos|nas)|pensar (?:em|no|na|sobre)|tentar|avancar|melhorar|cuidar d|continuar|refletir|focar|comecar (?:a|com))`,
    'u',
  ),
};

/** A span of minutes or hours: whoever wrote it has thought of a first step. */
export const SPAN = /\d+\s*(?:min|h(?![\p{L}])|hour|std|stunde|heure|hora)/u;

/** The first half hour of something, in the contract's own language. */
export const FIRST_STEP: Readonly<Record<Language, (text: string) => string>> = {
  en: (text) => `First 30 minutes: ${text}`,
  de: (text) => `Die ersten 30 Minuten: ${text}`,
  fr: (text) => `Les 30 premières minutes : ${text}`,
  es: (text) => `Los primeros 30 minutos: ${text}`,
  pt: (text) => `Os primeiros 30 minutos: ${text}`,
};

/** Where one thing may end and the next begin, in each language. */
export const JOINTS: Readonly<Record<Language, string>> = {
  en: ',? and then|, and|,? and|, then|,',
  de: ',? und dann|, und|,? und|,',
  fr: ',? et puis|,? et|, puis|,',
  es: ',? y luego|,? [ye]|, luego|,',
  pt: ',? e depois|,? e|, depois|,',
};

const VERBS = new Set(
  [
    'add answer apply arrange ask attend block book bring build buy call cancel change check choose clean close collect',
    'complete contact cook cut decide delete discuss do draft draw edit email end enter exercise fill find finish fix',
    'follow get give go hand help hire hold implement interview introduce invite join keep learn leave let list log mail',
    'make mark meditate meet message move offer open order organise organize outline pay phone pick plan post practice',
    'practise prepare present print propose publish put read rehearse register reply report request reserve review revise',
    'rewrite run save say schedule search see sell send set share show sign skip sleep speak spend start stop submit',
    'suggest swim take talk teach tell test text thank tidy try turn update upload visit walk watch write',
  ].flatMap((line) => line.split(' ')),
);
/** A way of saying one thing ("sit down and write"). */
const ONE_THING = new Set(['go', 'sit', 'come', 'try', 'stop', 'wait', 'stay', 'get']);
const FRENCH_NOUNS = new Set(
  'cahier papier dossier lettre chapitre livre autre notre votre avenir plaisir cadre offre titre semestre hiver'.split(
    ' ',
  ),
);

/** Whether `right` is a thing of its own to do, as `left` is. Both plain, but for capitals in `shape` (German nouns have them). */
export function isAnother(
  language: Language,
  left: readonly string[],
  right: readonly string[],
  shape: { left: string; right: string },
): boolean {
  const [first = '', begins = ''] = [left[0], right[0]];
  const last = (words: readonly string[]): string => words.at(-1) ?? '';
  switch (language) {
    case 'en':
      return VERBS.has(begins) && !(ONE_THING.has(first) && left.length <= 2);
    case 'de':
      return (
        /(?:en|ern|eln)$/.test(last(left)) &&
        /(?:en|ern|eln)$/.test(last(right)) &&
        isLower(shape.left) &&
        isLower(shape.right)
      );
    case 'fr': {
      const own = right.find((word) => !/^(?:l[aeu]i?|les|leur|me|se|y|en)$/.test(word)) ?? '';
      const verb = own.replace(/^[lsm]'/, '');
      return isFrench(first.replace(/^[lsm]'/, '')) && isFrench(verb);
    }
    case 'es':
      return isSpanish(first) && isSpanish(begins);
    case 'pt':
      return isPortuguese(first) && isPortuguese(begins);
    default:
      return language satisfies never;
  }
}

const isLower = (word: string): boolean => word !== '' && word[0] === word[0]?.toLowerCase();
const isFrench = (word: string): boolean => /^\p{L}{2,}(?:er|ir|re)$/u.test(word) && !FRENCH_NOUNS.has(word);
const isSpanish = (word: string): boolean => /^\p{L}{2,}[aei]r(?:me|te|se|l[aeo]s?|sel[ao]s?)?$/u.test(word);
const isPortuguese = (word: string): boolean => /^\p{L}{2,}[aeio]r(?:-\p{L}+)?$/u.test(word);
