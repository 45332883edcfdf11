import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { t } from '@/lib/platform/i18n';
import type { CircleView } from '../circles/use-circles.ts';
import { BringForm } from './BringForm.tsx';
import { useBringable } from './use-bringable.ts';
import './bring.css';

/** Offers to bring what one kept of a shared circle before one was let into it; nothing where there is nothing of it. */
export function BringHistory({ space }: { readonly space: string }) {
  const found = useBringable(space);
  const [bringing, setBringing] = useState<CircleView | null>(null);
  if (!found) return null;
  const close = () => setBringing(null);
  return (
    <>
      {found.locals.map((local) => (
        <BringOffer key={local.circle.id} local={local} onBring={() => setBringing(local)} />
      ))}
      {bringing ? (
        <Dialog open title={t('bring_title')} onClose={close}>
          <BringForm local={bringing} shared={found.shared} onDone={close} onCancel={close} />
        </Dialog>
      ) : null}
    </>
  );
}

/** One circle of one's own that could be the same. */
export function BringOffer({ local, onBring }: { readonly local: CircleView; readonly onBring: () => void }) {
  return (
    <div className="bring-offer">
      <p>{t('bring_offer', { circle: local.circle.name })}</p>
      <Button size="small" onClick={onBring}>
        {t('bring_title')}
      </Button>
    </div>
  );
}
