import type { CalendarSite } from '../../lib/platform/messages.ts';

/** Addresses that each calendar page must be known by, and some that only look like it. */
export const calendarSamples: Readonly<
  Record<CalendarSite, { pages: readonly string[]; lookAlikes: readonly string[] }>
> = {
  google: {
    pages: [
      'https://calendar.google.com/calendar/u/0/r/week',
      'https://calendar.google.com/calendar/u/1/r/eventedit/YWJj',
      'https://calendar.google.com/',
    ],
    lookAlikes: [
      'http://calendar.google.com/calendar/u/0/r/week',
      'https://calendar.google.com.example.org/calendar/u/0/r/week',
      'https://www.google.com/calendar/u/0/r/week',
      'https://example.org/?https://calendar.google.com/',
      'https://mycalendar.google.com/',
    ],
  },
  outlook: {
    pages: [
      'https://outlook.office.com/calendar/view/week',
      'https://outlook.office365.com/calendar/item/AAMk',
      'https://outlook.live.com/calendar/0/view/month',
      'https://outlook.cloud.microsoft/calendar/view/workweek',
    ],
    lookAlikes: [
      'https://outlook.office.com.example.org/calendar/view/week',
      'https://outlook.com/calendar',
      'https://teams.cloud.microsoft/v2/',
      'https://office365.com/outlook.office365.com',
      'http://outlook.live.com/calendar/0/view/month',
    ],
  },
};
