import { t } from '../../platform/i18n.ts';
import type { ProbeResult } from './probe.ts';
import type { SealedFileProblem } from './sealed-file.ts';
import type { TransportReason } from './transport.ts';

/** What came out when a relay was tried: whether a circle can use it, in a sentence or two for the member who chose it. */
export interface ProbeWords {
  /** `works` as it is, `partly` (may be chosen knowingly), or `not`. */
  tone: 'works' | 'partly' | 'not';
  text: string;
}

/** The words for the result of a probe. */
export function probeWords(result: ProbeResult): ProbeWords {
  switch (result.verdict) {
    case 'good':
      return { tone: 'works', text: t('relay_probe_good') };
    case 'keepsNothing':
      return { tone: 'partly', text: t('relay_probe_keeps_nothing') };
    case 'refuses':
      return { tone: 'not', text: refusalWords(result.step) };
    case 'problem':
      return { tone: 'not', text: problemWords(result.reason) };
    default:
      return result satisfies never;
  }
}

function refusalWords(step: Extract<ProbeResult, { verdict: 'refuses' }>['step']): string {
  switch (step) {
    case 'subscribe':
      return t('relay_probe_refuses_subscribe');
    case 'publish':
      return t('relay_probe_refuses_publish');
    case 'large':
      return t('relay_probe_refuses_large');
    case 'clear':
      return t('relay_probe_refuses_clear');
    default:
      return step satisfies never;
  }
}

/** The words for what a transport cannot do just now, or at all. */
export function problemWords(reason: TransportReason): string {
  switch (reason) {
    case 'badAddress':
      return t('relay_problem_bad_address');
    case 'notSecure':
      return t('relay_problem_not_secure');
    case 'unreachable':
      return t('relay_problem_unreachable');
    case 'needsPassword':
      return t('relay_problem_needs_password');
    case 'wrongPassword':
      return t('relay_problem_wrong_password');
    case 'notAllowed':
      return t('relay_problem_not_allowed');
    case 'refused':
      return t('relay_problem_refused');
    case 'tooLarge':
      return t('relay_problem_too_large');
    case 'tooOften':
      return t('relay_problem_too_often');
    case 'offline':
      return t('relay_problem_offline');
    case 'closed':
    case 'stopped':
      return t('relay_problem_stopped');
    default:
      return reason satisfies never;
  }
}

/** The words for a file or a pasted text that cannot be read. */
export function sealedFileWords(reason: SealedFileProblem): string {
  switch (reason) {
    case 'none':
      return t('sealed_file_none');
    case 'cut':
      return t('sealed_file_cut');
    case 'damaged':
      return t('sealed_file_damaged');
    case 'newer':
      return t('sealed_file_newer');
    case 'otherCircle':
      return t('sealed_file_other_circle');
    case 'otherEpoch':
      return t('sealed_file_other_epoch');
    case 'tooLarge':
      return t('sealed_file_too_large');
    default:
      return reason satisfies never;
  }
}
