import type { Provider } from '@/lib/calendar/sync/provider';
import { t } from '@/lib/platform/i18n';
import type { EnrichProblem } from '@/lib/store/enrichment-rows';
import { serviceName, troubleText } from '../../calendars/accounts/trouble-text.ts';

/** What a member can press to go on. */
export type EnrichStep = 'sign-in' | 'allow' | 'again' | 'take-over' | 'calendars' | 'none';

/** What keeps an agenda from its event, and what to do, in words. */
export function enrichTrouble(
  { reason, code }: EnrichProblem,
  provider: Provider,
): { title: string; todo: string; step: EnrichStep } {
  const service = serviceName(provider);
  switch (reason) {
    case 'no-calendar':
      return { title: t('enrich_gone'), todo: t('enrich_gone_todo', { service }), step: 'calendars' };
    case 'not-ticked':
      return { title: t('enrich_unticked'), todo: t('enrich_unticked_todo'), step: 'calendars' };
    case 'no-event':
      return { title: t('enrich_no_event'), todo: t('enrich_no_event_todo'), step: 'again' };
    case 'read-only':
      return { title: t('enrich_read_only'), todo: t('enrich_read_only_todo'), step: 'again' };
    case 'other-writer':
      return { title: t('enrich_other'), todo: t('enrich_other_todo'), step: 'take-over' };
    case 'conflict':
      return { title: t('enrich_conflict'), todo: t('enrich_conflict_todo'), step: 'again' };
    case 'too-long':
      return {
        title: t('enrich_too_long'),
        todo: t('enrich_too_long_todo', { over: code ?? '' }),
        step: 'again',
      };
    case 'no-leave':
      return { title: t('enrich_no_leave'), todo: t('acc_not_allowed_todo'), step: 'allow' };
    case 'refused':
      return {
        title: t('enrich_refused', { service }),
        todo: t('enrich_refused_todo', { service }),
        step: 'sign-in',
      };
    default: {
      const { title, todo, step } = troubleText(reason, provider, code);
      return { title, todo, step: step === 'sign-in' || step === 'allow' ? 'sign-in' : 'again' };
    }
  }
}
