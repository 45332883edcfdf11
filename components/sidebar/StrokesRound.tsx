import { rolesToCome } from '@/lib/circle/roles-to-come';
import { sayStroke } from '@/lib/meeting/course';
import type { MeetingRow } from '@/lib/meeting/meeting';
import { strokesRound } from '@/lib/meeting/strokes';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { isoDay } from '@/lib/platform/iso-day';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Section } from '../ui/Section.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { KeepStroke } from './KeepStroke.tsx';
import { pressOnce } from './press-once.ts';
import { hereNow, type Stage, useStage } from './stage.ts';
import { nextWords } from './summary-text.ts';

/** The close: a round of strokes, then the next date, then who has which role there. Nothing that is said is written down. */
export function StrokesRound({ row }: { readonly row: MeetingRow }) {
  const stage = useStage();
  const { room, acting, cards, record } = stage;
  const place = useKeptFocus<HTMLDivElement>();
  const here = hereNow(room, row).filter((id) => row.presence[id]?.presence !== 'left');
  const round = strokesRound(here, row.id);
  const turn = round.find(({ from }) => !row.stroked.includes(from));
  const said = round.filter(({ from }) => row.stroked.includes(from)).length;
  const card = turn && cards.get(turn.from);
  const name = (id: string) => stage.short.get(id) ?? '?';
  const date = nextWords(room, row, clock.now());
  const roles = rolesNext(stage, row);
  return (
    <Section
      title={t('strokes_title')}
      aside={round.length > 0 ? t('strokes_of', { n: said, all: round.length }) : undefined}
    >
      <div className="stroke-place" ref={place} tabIndex={-1}>
        {turn && card ? (
          <div className="stroke-turn">
            <Avatar initials={card.initials} hue={card.hue} />
            <p>
              {t('strokes_turn', { from: name(turn.from), to: name(turn.to) })}
              <span className="calm-line">{t('strokes_how')}</span>
            </p>
            <Button
              size="small"
              aria-label={t('strokes_said_name', { name: card.name })}
              {...pressOnce(
                () => void record(sayStroke(acting, turn.from), t('strokes_said_name', { name: card.name })),
              )}
            >
              {t('strokes_said')}
            </Button>
          </div>
        ) : (
          <p className="stroke-done">
            <Icon name="check" /> {t('strokes_done')}
          </p>
        )}
      </div>
      <ul className="plain-list close-lines">
        {date ? <li>{date}</li> : null}
        {roles ? <li>{roles}</li> : null}
      </ul>
      <KeepStroke />
    </Section>
  );
}

/** Who has which role at the next meeting, as the rota has it; null while nobody has any. */
function rolesNext(stage: Stage, row: MeetingRow): string | null {
  const { room } = stage;
  const ahead = room.next ? (room.ahead.find((one) => one.id === room.next?.meetingId) ?? null) : null;
  const on = isoDay(room.next?.start ?? clock.now());
  const coming = { row: ahead, number: room.number + 1, on };
  const { facilitator, timekeeper, host } =
    rolesToCome(room.members, [...room.held, row], [coming])[0]?.roles ?? {};
  if (!facilitator || !timekeeper || !host) return null;
  const name = (id: string) => stage.short.get(id) ?? '?';
  return t('strokes_roles', {
    facilitator: name(facilitator),
    timekeeper: name(timekeeper),
    host: name(host),
  });
}
