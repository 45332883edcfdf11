import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CALENDAR_SCRIPT, calendarPage } from '@/lib/calendar-page/calendar-page';
import { adapterFor } from '@/lib/calendar-page/registry';
import { pageContext } from '@/lib/platform/page-context';

// Registered at run time (lib/platform/page-scripts.ts): in the manifest its hosts would be required of everybody.
export default defineUnlistedScript(() => {
  const adapter = adapterFor(new URL(location.href));
  if (adapter) calendarPage(pageContext(CALENDAR_SCRIPT), adapter);
});
