/** Lines from which on a description is no longer the inviter's own words. */
const ENDS =
  /^(?:--\s*$|>|on .{5,80} wrote:|am .{5,80} schrieb|le .{5,80} a écrit|el .{5,80} escribió|em .{5,80} escreveu|-+\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|mensagem original)|(?:from|von|de|sent|gesendet): |sent from my |best regards|kind regards|with best wishes|best wishes|warm regards|sincerely|viele grüße|mit freundlichen grüßen|herzliche grüße|beste grüße|cordialement|bien à vous|bien cordialement|un saludo|saludos|atentamente|atenciosamente|abraços|cumprimentos|microsoft teams meeting|microsoft teams-besprechung|réunion microsoft teams|reunión de microsoft teams|reunião do microsoft teams|join zoom meeting|join with google meet|.{1,60} is inviting you to a scheduled zoom meeting)/i;
/** Calendars put their join block between two such lines. */
const RULE = /^(?:_{10,}|[-:~]{12,}|\*{10,}|={10,})/;
const JOIN =
  /meeting id|passcode|dial[ -]in|phone conference|one tap mobile|find your local number|join (?:by|on|from|the|with)|learn more about (?:meet|teams)|do not edit this section|kenncode|besprechungs-?id|code secret|id de (?:réunion|reunión)|id da reunião/i;
const ADDRESS = /(?:https?:\/\/|www\.|mailto:)\S+|\S{1,80}@\S{1,80}/g;

/** How much of a description is worth reading, in characters. */
export const DESCRIPTION_READ = 1_200;
const LINE_READ = 300;

/**
 * The part of a description that the inviter wrote for this meeting: without join instructions, addresses, mail signatures
 * and quoted mail. At most {@link DESCRIPTION_READ} characters.
 */
export function plainDescription(description: string): string {
  const kept: string[] = [];
  let inBlock = false;
  for (const line of description.slice(0, DESCRIPTION_READ).split('\n')) {
    const text = line.trim().slice(0, LINE_READ);
    if (RULE.test(text)) inBlock = !inBlock;
    else if (inBlock) continue;
    else if (ENDS.test(text)) break;
    else if (text && !JOIN.test(text)) kept.push(text.replace(ADDRESS, ' '));
  }
  return kept.join('\n');
}
