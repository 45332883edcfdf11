// What is looked for in the page of Microsoft Teams on the web, newest first. On data attributes and ids only: names,
// labels and texts differ by language. Sources are other projects' readings, dated; the live page was not opened.
// One constant each, and no object as Meet's, since their names do not reach the built script.

/** 2026-02: the `data-tid`; 2025-10: the id. Dead since 2025: `hangup-button` and `call-hangup` as `data-tid`. */
export const LEAVE = 'button[data-tid=hangup-main-btn],#hangup-button';
/** 2025-10: the running time of the call. */
export const DURATION = '[data-tid=call-duration]';
/** 2025-10: the button of the page before the call. */
export const PREJOIN = '[data-tid=prejoin-join-button]';
/** 2025-11: a tile; its `data-tid` is the name, or that of something else in the tile. */
export const TILE = '[data-stream-type][data-tid]';
/** 2025-11: `Meet | <subject> | Microsoft Teams`, with the number of unread messages in front at times. */
export const TITLE = /^(?:\(\d+\) )?Meet \| (.+) \| Microsoft Teams$/;
/** 2025-11: stands in a tile for somebody whose name is not known yet, and running times do. */
export const NO_NAME = /^(Unknown user|[\d:]*)$/i;
/** 2025-11: `(Guest)` and the like, behind the name. */
export const MARK = / *\([^)]*\)$/;
/**
 * 2024 and before, four projects: `#recording-indicator-custom` stands in every call, and has something in it while one
 * is recorded. By the beginning of its id, since `#call-duration-custom` beside it has lost its end since.
 */
export const RECORDING = '[id^=recording-ind]>*';
