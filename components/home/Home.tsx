import { lazy, Suspense, useEffect, useRef } from 'react';
import { isDemonstration } from '@/lib/platform/demonstration';
import { t } from '@/lib/platform/i18n';
import { KeepOwn } from '../card/KeepOwn.tsx';
import { KeepShared } from '../card/KeepShared.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Later } from '../ui/Later.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ToastProvider } from '../ui/ToastProvider.tsx';
import { BackupReminder } from './BackupReminder.tsx';
import { Broken } from './Broken.tsx';
import { DemoBanner } from './demo/DemoBanner.tsx';
import { type Route, routeTo, SECTIONS, type Section } from './route.ts';
import { useRoute } from './use-route.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import './home.css';

const CirclesPage = lazy(async () => ({ default: (await import('./circles/CirclesPage.tsx')).CirclesPage }));
const ContractsPage = lazy(async () => ({
  default: (await import('./contracts/ContractsPage.tsx')).ContractsPage,
}));
const GoalsPage = lazy(async () => ({ default: (await import('./goals/GoalsPage.tsx')).GoalsPage }));
const SheetPage = lazy(async () => ({ default: (await import('./sheet/SheetPage.tsx')).SheetPage }));
const CalendarsPage = lazy(async () => ({
  default: (await import('./calendars/CalendarsPage.tsx')).CalendarsPage,
}));
const FormatsPage = lazy(async () => ({ default: (await import('./formats/FormatsPage.tsx')).FormatsPage }));
const SettingsPage = lazy(async () => ({
  default: (await import('./settings/SettingsPage.tsx')).SettingsPage,
}));

const MinePage = lazy(async () => ({ default: (await import('./mine/MinePage.tsx')).MinePage }));
const InsightsPage = lazy(async () => ({
  default: (await import('./insights/InsightsPage.tsx')).InsightsPage,
}));
const OfficePage = lazy(async () => ({
  default: (await import('./insights/office/OfficePage.tsx')).OfficePage,
}));
const SpeedPage = lazy(async () => ({ default: (await import('./speed/SpeedPage.tsx')).SpeedPage }));

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

const NetworkPage = lazy(async () => ({ default: (await import('./network/NetworkPage.tsx')).NetworkPage }));
const PlanPage = lazy(async () => ({ default: (await import('./plan/PlanPage.tsx')).PlanPage }));

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
      <Broken key={here}>
        <Suspense fallback={<Skeleton lines={5} />}>{pageOf(route)}</Suspense>
      </Broken>
    </main>
  );
}

const hereOf = ({ section, id, step }: Route): string => `${section}/${id}/${step ?? ''}`;

function pageOf({ section, id, step }: Route) {
  switch (section) {
    case 'circles':
      return <CirclesPage circleId={id} step={step} />;
    case 'contracts':
      return id === 'sheet' ? <SheetPage /> : <ContractsPage />;
    case 'goals':
      return <GoalsPage goalId={id} />;
    case 'speed':
      return <SpeedPage eventId={id} />;
    case 'mine':
      return <MinePage />;
    case 'plan':
      return <PlanPage planId={id} />;
    case 'network':
      return <NetworkPage tieId={id} />;
    case 'insights':
      return <InsightsPage circleId={id} />;
    case 'office':
      return <OfficePage />;
    case 'formats':
      return <FormatsPage formatId={id} />;
    case 'calendars':
      return <CalendarsPage />;
    case 'settings':
      return <SettingsPage />;
    default:
      return section satisfies never;
  }
}
