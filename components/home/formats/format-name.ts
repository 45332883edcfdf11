import type { FormatId } from '@/lib/calendar/spot/propose';
import type { Format } from '@/lib/meeting/format';
import { type MessageKey, t } from '@/lib/platform/i18n';

const NAMES: Readonly<Record<FormatId, MessageKey>> = {
  pmc: 'format_pmc',
  'every-other-thursday': 'format_every_other_thursday',
  'three-weekly': 'format_three_weekly',
  'c-change': 'format_c_change',
  'action-learning-set': 'format_action_learning_set',
  troika: 'format_troika',
  'wise-crowds': 'format_wise_crowds',
  dyad: 'format_dyad',
  'writing-group': 'format_writing_group',
  speed: 'format_speed',
};

const ABOUT: Readonly<Partial<Record<FormatId, MessageKey>>> = {
  pmc: 'format_pmc_about',
  'every-other-thursday': 'format_every_other_thursday_about',
  'three-weekly': 'format_three_weekly_about',
  'c-change': 'format_c_change_about',
  'action-learning-set': 'format_action_learning_set_about',
  troika: 'format_troika_about',
  'wise-crowds': 'format_wise_crowds_about',
  dyad: 'format_dyad_about',
  'writing-group': 'format_writing_group_about',
};

const isOurs = (id: string): id is FormatId => Object.hasOwn(NAMES, id);

/** A format by name: the one its maker gave it, or ours; one that only a newer version knows by its id. */
export function formatName(id: string, own: readonly Format[] = []): string {
  const name = own.find((format) => format.id === id)?.name;
  return name ?? (isOurs(id) ? t(NAMES[id]) : id);
}

/** For whom a format is, in a sentence; '' when nobody said. */
export function formatAbout(format: Format): string {
  if (format.about) return format.about;
  const id = format.basedOn ?? format.id;
  const key = isOurs(id) ? ABOUT[id] : undefined;
  return key ? t(key) : '';
}
