import { useCatalogue } from '../../lib/platform/i18n.ts';
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };

useCatalogue({ ...catalogue, '@@ui_locale': { message: 'en' } });
