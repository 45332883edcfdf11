/** What mail and calendar programs put before a title. */
const BEFORE =
  /^(?:(?:re|fw|fwd|wg|aw|tr|rv|enc|updated invitation|invitation|accepted|tentative|canceled|cancelled)\s*:\s*)+/i;
/** Where it is held, not what it is: at an end, in brackets or after a dash. */
const WHERE =
  '(?:(?:on|via|auf|sur|en|no)\\s+)?(?:google\\s+meet|meet|ms\\s+teams|microsoft\\s+teams|teams|zoom|webex|online|virtual|remote|video\\s*call|external|extern)';
const BRACKETED = new RegExp(`\\s*[([]\\s*${WHERE}\\s*[)\\]]\\s*`, 'gi');
const AFTER = new RegExp(`\\s*[-–—|·@]\\s*${WHERE}\\s*$`, 'i');
/** "Meeting 4", "#4", "session 12 of 20" at the end: each date of a series has the same title, a circle has none. */
const COUNTED =
  /\s*[-–—|·,:(]*\s*(?:#\s*\d+|(?:meeting|session|treffen|séance|sesión|sessão)\s*#?\s*\d+(?:\s*(?:of|von|de|\/)\s*\d+)?)\s*\)?\s*$/i;
const LONGEST = 80;
/** What is looked at: calendars cut titles at this length, and the expressions above go over a long run again and again. */
const LOOKED_AT = 500;

/** A name for a circle from the title of its calendar series; empty when nothing is left of it. */
export function nameFromTitle(title: string): string {
  const bare = title
    .slice(0, LOOKED_AT)
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(BEFORE, '')
    .replace(BRACKETED, ' ')
    .replace(AFTER, '')
    .replace(COUNTED, '')
    .replace(/^[\s\-–—|·:,.]+|[\s\-–—|·:,.]+$/g, '')
    .replace(/\s+/g, ' ');
  if (bare.length <= LONGEST) return bare;
  const cut = bare.slice(0, LONGEST);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trim();
}
