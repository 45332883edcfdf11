import { Component, type ReactNode } from 'react';
import { t } from '@/lib/platform/i18n';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

interface BrokenProps {
  /** Nothing is shown in the place of what broke. */
  readonly quiet?: boolean | undefined;
  readonly children: ReactNode;
}

/** Keeps a bug in one part from taking the whole page away. The bug itself is told in the console by React. */
export class Broken extends Component<BrokenProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    if (this.props.quiet) return null;
    return (
      <Notice
        kind="problem"
        title={t('home_broken')}
        kept={t('home_broken_kept')}
        todo={t('home_broken_todo')}
        actions={<Button onClick={() => location.reload()}>{t('home_reload')}</Button>}
      />
    );
  }
}
