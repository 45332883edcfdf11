/** Where calls are held in whose pages the sidebar may stand. Meet comes with the installation; Teams is asked for. */
export const CALL_ORIGINS = {
  meet: ['https://meet.google.com'],
  teams: ['https://teams.microsoft.com', 'https://teams.live.com', 'https://teams.cloud.microsoft'],
} as const;
