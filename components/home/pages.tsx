import { onDemand } from '../ui/on-demand.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { type Place, parseRoute, type Route } from './route.ts';

const WAITING = <Skeleton lines={5} />;

const CirclesPage = onDemand(async () => (await import('./circles/CirclesPage.tsx')).CirclesPage, WAITING);
const ContractsPage = onDemand(
  async () => (await import('./contracts/ContractsPage.tsx')).ContractsPage,
  WAITING,
);
const GoalsPage = onDemand(async () => (await import('./goals/GoalsPage.tsx')).GoalsPage, WAITING);
const NetworkPage = onDemand(async () => (await import('./network/NetworkPage.tsx')).NetworkPage, WAITING);
const InsightsPage = onDemand(
  async () => (await import('./insights/InsightsPage.tsx')).InsightsPage,
  WAITING,
);
const FormatsPage = onDemand(async () => (await import('./formats/FormatsPage.tsx')).FormatsPage, WAITING);
const CalendarsPage = onDemand(
  async () => (await import('./calendars/CalendarsPage.tsx')).CalendarsPage,
  WAITING,
);
const SettingsPage = onDemand(
  async () => (await import('./settings/SettingsPage.tsx')).SettingsPage,
  WAITING,
);
const SpeedPage = onDemand(async () => (await import('./speed/SpeedPage.tsx')).SpeedPage, WAITING);
const MinePage = onDemand(async () => (await import('./mine/MinePage.tsx')).MinePage, WAITING);
const PlanPage = onDemand(async () => (await import('./plan/PlanPage.tsx')).PlanPage, WAITING);
const OfficePage = onDemand(
  async () => (await import('./insights/office/OfficePage.tsx')).OfficePage,
  WAITING,
);
const WelcomePage = onDemand(async () => (await import('./welcome/WelcomePage.tsx')).WelcomePage, WAITING);
const SheetPage = onDemand(async () => (await import('./sheet/SheetPage.tsx')).SheetPage, WAITING);

const PAGES = {
  circles: CirclesPage,
  contracts: ContractsPage,
  goals: GoalsPage,
  network: NetworkPage,
  insights: InsightsPage,
  formats: FormatsPage,
  calendars: CalendarsPage,
  settings: SettingsPage,
  speed: SpeedPage,
  mine: MinePage,
  plan: PlanPage,
  office: OfficePage,
  welcome: WelcomePage,
} satisfies Record<Place, { preload(): Promise<void> }>;

/** Begins to load the page that the address names, while the database is still being opened. */
export async function preloadPage(): Promise<void> {
  // What fails here fails again where the page is drawn, and is said there.
  await PAGES[parseRoute(location.hash).section].preload().catch(() => undefined);
}

/** The page of a place. */
export function pageOf({ section, id, step }: Route) {
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
    case 'welcome':
      return <WelcomePage />;
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
