import { showIn } from '../../lib/platform/i18n.ts';
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };

const texts: Readonly<Record<string, { message: string }>> = catalogue;
showIn((key) => texts[key]?.message ?? '', 'en');
