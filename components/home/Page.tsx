import { type ReactNode, useEffect } from 'react';
import { t } from '@/lib/platform/i18n';
import './page.css';

export interface PageProps {
  /** The page's name: its level 1 heading. */
  readonly title: string;
  /**
   * The tab's title, where the page's name says more than others should read: a tab's title shows when a screen is
   * shared and goes into the browser's history.
   */
  readonly tabTitle?: string | undefined;
  /** What this place is for, in a sentence. */
  readonly lead?: string | undefined;
  /** A control at the end of the heading's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One section of the home page: heading, what it is for, content. */
export function Page({ title, tabTitle = title, lead, aside, children }: PageProps) {
  useEffect(() => {
    document.title = `${tabTitle} · ${t('appName')}`;
  }, [tabTitle]);
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1 className="page-title" tabIndex={-1}>
            {title}
          </h1>
          {lead ? <p className="page-lead">{lead}</p> : null}
        </div>
        {aside}
      </div>
      {children}
    </div>
  );
}
