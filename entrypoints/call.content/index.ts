import { defineContentScript } from 'wxt/utils/define-content-script';
import { callPage } from '@/lib/call/call-page';
import { meetAdapter } from '@/lib/call/meet/meet-adapter';
import { pageContext } from '@/lib/platform/page-context';

export default defineContentScript({
  matches: ['https://meet.google.com/*'],
  // Before the page's scripts: the shell's own keys are kept from listeners that come later.
  runAt: 'document_start',
  main() {
    // By name and not through the registry: each host's script carries its own adapter only.
    callPage(pageContext('call'), meetAdapter);
  },
});
