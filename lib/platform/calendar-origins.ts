/** Calendars on the web in whose pages a card may stand; the leave is asked for one calendar at a time. */
export const CALENDAR_ORIGINS = {
  google: ['https://calendar.google.com'],
  outlook: [
    'https://outlook.office.com',
    'https://outlook.office365.com',
    'https://outlook.live.com',
    'https://outlook.cloud.microsoft',
  ],
} as const;
