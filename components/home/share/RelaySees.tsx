import { Dialog } from '@/components/ui/Dialog';
import { t } from '@/lib/platform/i18n';
import { dateFormat, numberFormat } from '@/lib/platform/intl';
import type { SeenPacket } from '@/lib/share/seen-packets';

export interface RelaySeesProps {
  readonly packets: readonly SeenPacket[];
  readonly onClose: () => void;
}

/** The last packets of a circle as its relay sees them: all of it, so that nobody has to believe us. */
export function RelaySees({ packets, onClose }: RelaySeesProps) {
  const time = dateFormat({ timeStyle: 'medium' });
  const number = numberFormat();
  return (
    <Dialog open title={t('share_sees_title')} onClose={onClose}>
      <div className="share-steps">
        <p>{t('share_sees_lead')}</p>
        {packets.length === 0 ? (
          <p className="quiet">{t('share_sees_none')}</p>
        ) : (
          <div className="share-seen">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('share_sees_when')}</th>
                  <th scope="col">{t('share_sees_dir')}</th>
                  <th scope="col">{t('share_sees_size')}</th>
                  <th scope="col">{t('share_sees_topic')}</th>
                </tr>
              </thead>
              <tbody>
                {packets.map((packet) => (
                  <tr key={packet.n}>
                    <td>{time.format(packet.at)}</td>
                    <td>
                      {t(packet.way === 'out' ? 'share_sees_out' : 'share_sees_in')}
                      {packet.kept ? `, ${t('share_sees_kept')}` : ''}
                    </td>
                    <td>{number.format(packet.bytes)}</td>
                    <td className="share-topic">{packet.topic}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <p className="quiet">{t('share_sees_also')}</p>
      </div>
    </Dialog>
  );
}
