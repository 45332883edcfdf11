import { Section } from '@/components/ui/Section';
import { t, tn } from '@/lib/platform/i18n';
import type { Programme } from '@/lib/platform/programme';
import { formatName } from '../formats/format-name.ts';
import { hostsOf } from '../share/relay-draft.ts';
import { programmeProblem } from './problem-words.ts';
import './programme.css';

const CLIENTS = {
  googleClientId: 'acc_client_google',
  microsoftClientId: 'acc_client_outlook',
  // It goes with the one before.
  microsoftTenant: 'acc_client_outlook',
} as const;

/** What a programme set on this computer, what of it does not count and why, and what none can do. */
export function ProgrammeSection({ programme }: { readonly programme: Programme }) {
  const { clients, relays, agreement, formats, problems } = programme;
  return (
    <Section title={t('prog_title')}>
      <div className="settings-card programme-set">
        <p>{t('prog_lead')}</p>
        <Lines
          title={t('home_calendars')}
          lines={[...new Set(clients.map((key) => t(CLIENTS[key])))].map((text) => ({ key: text, text }))}
        />
        <Lines
          title={t('share_relay_address')}
          lines={relays.map(({ id, name, relays: addresses }) => {
            const hosts = hostsOf(addresses);
            return { key: id, text: hosts === name ? name : `${name} · ${hosts}` };
          })}
        />
        <Lines title={t('prog_rules')} lines={agreement.map((text) => ({ key: text, text }))} />
        <Lines
          title={t('formats_title')}
          lines={formats.map((format) => ({ key: format.id, text: formatName(format.id, [format]) }))}
        />
        {problems.length > 0 ? (
          <div className="notice" data-tone="over">
            <p className="notice-title">{tn('prog_wrong', problems.length)}</p>
            <ul>
              {problems.map((problem) => (
                <li key={`${problem.at} ${programmeProblem(problem)}`}>
                  <strong>{problem.at}</strong> {programmeProblem(problem)}
                </li>
              ))}
            </ul>
            <p>{t('prog_wrong_todo')}</p>
          </div>
        ) : null}
        <p className="quiet">{t('prog_never')}</p>
      </div>
    </Section>
  );
}

interface Line {
  readonly key: string;
  readonly text: string;
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <p className="programme-title">{title}</p>
      <ul>
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
