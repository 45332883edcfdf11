import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { callPage } from '@/lib/call/call-page';
import { teamsAdapter } from '@/lib/call/teams/teams-adapter';
import { stoppableAnswers } from '@/lib/platform/messages';
import { answer } from '@/lib/platform/messenger';
import { pageContext } from '@/lib/platform/page-context';

// Registered at run time (lib/platform/page-scripts.ts): in the manifest its hosts would be required of everybody.
export default defineUnlistedScript(() => {
  const ctx = pageContext('call');
  callPage(ctx, teamsAdapter);
  answer(stoppableAnswers, {
    'page.stop': () => {
      ctx.end();
      return { ok: true };
    },
  });
});
