import { defineContentScript } from 'wxt/utils/define-content-script';
import { callPage } from '@/lib/call/call-page';
import { adapterFor } from '@/lib/call/registry';
import { pageContext } from '@/lib/platform/page-context';

export default defineContentScript({
  matches: ['https://meet.google.com/*'],
  // Before the page's scripts: the shell's own keys are kept from listeners that come later.
  runAt: 'document_start',
  main() {
    const adapter = adapterFor(new URL(location.href));
    if (adapter) callPage(pageContext('call'), adapter);
  },
});
