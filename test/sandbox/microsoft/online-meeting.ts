import { opaque } from './state.ts';

/** The address of a Teams meeting, by a running number. */
export function makeJoinUrl(number: number, tenant: string, oid: string): string {
  const thread = encodeURIComponent(`19:meeting_${opaque(`thread ${number}`, 48)}@thread.v2`);
  const context = encodeURIComponent(JSON.stringify({ Tid: tenant, Oid: oid }));
  return `https://teams.microsoft.com/l/meetup-join/${thread}/0?context=${context}`;
}

const LINE = '_'.repeat(80);

/**
 * The block that Teams lays into a body ("meeting blob"). Only its build follows the real one (a line of
 * underscores, a `me-email-text` block, the link named `meet_invite_block.action.join_link`); the words are ours.
 */
export function meetingBlob(joinUrl: string): string {
  const href = joinUrl.replace(/&/g, '&amp;');
  return [
    '<br>',
    `<div style="width:100%"><span style="white-space:nowrap; color:#5F5F5F; opacity:.36">${LINE}</span></div>`,
    `<div class="me-email-text" lang="en-US" style="color:#242424; font-family:Segoe UI,sans-serif">`,
    `<div style="margin-bottom:24px"><span style="font-size:24px; font-weight:700">Microsoft Teams</span></div>`,
    `<div style="margin-bottom:6px"><a id="meet_invite_block.action.join_link" class="me-email-headline" href="${href}" style="font-size:20px">Join on Teams</a></div>`,
    '</div>',
    `<div style="width:100%"><span style="white-space:nowrap; color:#5F5F5F; opacity:.36">${LINE}</span></div>`,
  ].join('\r\n');
}

/** Whether a body still has the block of its meeting: losing it switches the online meeting off (event-update). */
export function keepsBlob(body: { contentType: string; content: string }, joinUrl: string): boolean {
  if (body.contentType !== 'html') return false;
  const plain = body.content.replace(/&amp;/g, '&');
  return body.content.includes('me-email-text') && plain.includes(joinUrl);
}
