import { useEffect, useRef } from 'react';
import { isDemonstration } from '@/lib/platform/demonstration';
import { t } from '@/lib/platform/i18n';
import { DataLost } from '../card/DataLost.tsx';
import { KeepOwn } from '../card/KeepOwn.tsx';
import { KeepShared } from '../card/KeepShared.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Later } from '../ui/Later.tsx';
import { ToastProvider } from '../ui/ToastProvider.tsx';
import { useCaughtFocus } from '../ui/use-caught-focus.ts';
import { BackupReminder } from './BackupReminder.tsx';
import { Broken } from './Broken.tsx';
import { DemoBanner } from './demo/DemoBanner.tsx';
import { pageOf } from './pages.tsx';
import { type Route, routeTo, SECTIONS, type Section } from './route.ts';
import { useRoute } from './use-route.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import './home.css';

const LINKS = {
  circles: { key: 'home_circles', icon: 'people' },
  contracts: { key: 'home_contracts', icon: 'note' },
  goals: { key: 'home_goals', icon: 'flag' },
  network: { key: 'home_network', icon: 'network' },
  insights: { key: 'home_insights', icon: 'chart' },
  formats: { key: 'home_formats', icon: 'clock' },
  calendars: { key: 'home_calendars', icon: 'calendar' },
  settings: { key: 'home_settings', icon: 'lock' },
} as const satisfies Record<Section, { key: string; icon: IconName }>;

/** About this computer and one's own calendars: not in the demonstration. */
const OWN: ReadonlySet<Section> = new Set(['calendars', 'settings']);

/** The full page: its sections by address (`#/circles`, `#/circles/<id>`, `#/contracts` …). */
export function Home() {
  const route = useRoute();
  const demo = isDemonstration();
  return (
    <ToastProvider>
      <div className="home">
        {demo ? <DemoBanner /> : null}
        <header className="home-side">
          <p className="home-brand">
            <img src="/icon/48.png" alt="" />
            {t('appName')}
          </p>
          <nav className="home-nav" aria-label={t('home_sections')}>
            <ul className="plain-list">
              {SECTIONS.filter((section) => !demo || !OWN.has(section)).map((section) => (
                <li key={section}>
                  <a
                    className="home-link"
                    href={routeTo(section)}
                    aria-current={section === route.section ? 'page' : undefined}
                  >
                    <Icon name={LINKS[section].icon} />
                    {t(LINKS[section].key)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {demo ? null : (
            <Broken quiet>
              <BackupReminder />
            </Broken>
          )}
        </header>
        {demo ? null : (
          <Later>
            <KeepShared />
            <KeepOwn />
          </Later>
        )}
        <Content route={route} />
      </div>
    </ToastProvider>
  );
}

/** The section one is in. Going to another puts the focus on its heading, as a new page would. */
function Content({ route }: { readonly route: Route }) {
  const main = useRef<HTMLElement>(null);
  useCaughtFocus(main);
  const shown = useRef(hereOf(route));
  const here = hereOf(route);
  useEffect(() => {
    if (shown.current === here) return;
    shown.current = here;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [here]);
  return (
    <main ref={main} tabIndex={-1} className="home-main">
      <Broken quiet>
        <DataLost />
      </Broken>
      <Broken key={here}>{pageOf(route)}</Broken>
    </main>
  );
}

const hereOf = ({ section, id, step }: Route): string => `${section}/${id}/${step ?? ''}`;
