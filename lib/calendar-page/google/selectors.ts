/**
 * What is looked for in Google Calendar's page. On data attributes, roles and ids only: texts, and the values of
 * labels, differ by language. From other projects' readings; the live page was not opened.
 */
export const google = {
  /** 2025-11: the pop-up with an event's details. One element for all events, one after the other. */
  dialog: '[role=dialog][data-chips-dialog=true]',
  /** 2025-11: names the event, in the dialog or as the dialog itself. An id is found without a walk over the page. */
  detail: '#xDetDlg[data-eventid]',
  eventId: 'data-eventid',
} as const;
