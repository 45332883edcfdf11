import { useRecord } from '@/components/card/use-record';
import { EmptyState } from '@/components/ui/EmptyState';
import { Section } from '@/components/ui/Section';
import { Skeleton } from '@/components/ui/Skeleton';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { writeOwnFormat } from '@/lib/me/own-format';
import type { Format } from '@/lib/meeting/format';
import { FORMATS } from '@/lib/meeting/formats/all';
import { copyFormat } from '@/lib/meeting/formats/copy-format';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { Page } from '../Page.tsx';
import { useProgramme } from '../programme/use-programme.ts';
import { routeTo } from '../route.ts';
import { EditFormat } from './EditFormat.tsx';
import { FormatCard } from './FormatCard.tsx';
import { formatName } from './format-name.ts';
import { TakeIn } from './TakeIn.tsx';
import { useOwnFormats } from './use-own-formats.ts';
import '@/components/card/card.css';
import '../circles/circles.css';
import './formats.css';

/** The home page's section Formats: all there are, or (`#/formats/<id>`) one of mine to change. */
export function FormatsPage({ formatId }: { readonly formatId: string | null }) {
  const own = useOwnFormats();
  if (formatId === null) return <AllFormats own={own?.map((one) => one.format)} />;
  const mine = own?.find((one) => one.format.id === formatId);
  if (mine) return <EditFormat key={formatId} mine={mine} />;
  return (
    <Page title={t('formats_title')}>
      {own ? (
        <EmptyState
          icon="clock"
          title={t('formats_missing')}
          step={
            <a className="button button-quiet" href={routeTo('formats')}>
              {t('formats_all')}
            </a>
          }
        >
          <p>{t('formats_missing_words')}</p>
        </EmptyState>
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  );
}

function AllFormats({ own }: { readonly own: readonly Format[] | undefined }) {
  const { record, problem } = useRecord();
  const offered = useProgramme()?.formats ?? [];
  const copy = useOneAtATime(async (format: Format) => {
    const name = t('formats_copy_name', { name: formatName(format.id, [format]) });
    const mine = copyFormat(format, newId(), name);
    if (await record([writeOwnFormat(mine, null)])) location.hash = routeTo('formats', mine.id);
  });
  return (
    <Page title={t('formats_title')} lead={t('formats_lead')}>
      {problem}
      <Section title={t('formats_mine')}>
        {own === undefined ? <Skeleton lines={2} /> : null}
        {own?.length === 0 ? <p className="quiet">{t('formats_mine_none')}</p> : null}
        {own && own.length > 0 ? (
          <div className="formats">
            {own.map((format) => (
              <FormatCard key={format.id} format={format} isMine onCopy={() => void copy(format)} />
            ))}
          </div>
        ) : null}
        <TakeIn />
      </Section>
      {offered.length > 0 ? (
        <Section title={t('prog_from')}>
          <p className="quiet">{t('prog_formats_words')}</p>
          <div className="formats">
            {offered.map((format) => (
              <FormatCard
                key={format.id}
                format={format}
                isMine={false}
                isOffer
                onCopy={() => void copy(format)}
              />
            ))}
          </div>
        </Section>
      ) : null}
      <Section title={t('formats_ours')}>
        <div className="formats">
          {FORMATS.map((format) => (
            <FormatCard key={format.id} format={format} isMine={false} onCopy={() => void copy(format)} />
          ))}
        </div>
        <p>
          <a href={routeTo('speed')}>{t('speed_link')}</a>
        </p>
      </Section>
    </Page>
  );
}
