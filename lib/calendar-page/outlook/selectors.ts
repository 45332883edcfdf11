/**
 * What is looked for in Outlook's calendar on the web. On data attributes only: texts, and the values of labels, differ
 * by language. From other projects' readings; the live page was not opened.
 */
export const outlook = {
  /** 2025-11: an event in the grid; the attribute is its Exchange item id. */
  tile: '[data-calitemid]',
  itemId: 'data-calitemid',
  /** 2025-11: the small look at an event, and its full form. Neither says which event it is. */
  peek: '[data-app-section=CalendarItemPeek]',
  form: '[data-app-section=Form_Content]',
} as const;
