/**
 * What is looked for in Google Meet's page, newest first. On data attributes, roles and icon ligatures only: names,
 * labels and texts differ by language. Sources are other projects' readings, dated; the live page was not opened.
 */
export const meet = {
  /** 2026-02: `jsname` of the leave button. */
  leave: 'button[jsname=CQylAd]',
  /** 2025-11: set on the call's root once one is in, and after leaving. */
  inCall: '[data-in-call=true]',
  ended: '[data-call-ended=true]',
  /** 2025-06: a tile of the call; the waiting room's own preview has none, or an empty one. */
  tile: '[data-participant-id]:not([data-participant-id=""])',
  /** 2025-06: icons are ligatures: the element's text is the icon's name, the same in every language. */
  icon: '[class*=google-symbols],[class*=material-icons]',
  leaveIcon: /call_end/,
  /** Captions and chat, with their variants (`closed_caption_off`, `chat_bubble`). */
  admittedIcon: /closed_caption|chat/,
  /** 2025-09: arrives seconds after the call. */
  title: '[data-meeting-title]',
  titleAttribute: 'data-meeting-title',
  /**
   * 2025-06: rows of the people panel, once it was opened; may hold only those scrolled into view. The effects panel
   * lists a thing that looks like a person.
   */
  person: '[role=listitem][aria-label][data-participant-id]:not([data-participant-id*=visual_effects])',
  /** 2025-06: one's own tile. */
  self: '[data-self-name]',
  selfAttribute: 'data-self-name',
  /**
   * 2026: data attributes that one project looks for beside the label in words; no second source, so this may never
   * be there. Meet says it in words, which differ by language, and those are not read.
   */
  recording: '[data-recording-indicator],[data-is-recording=true]',
} as const;
