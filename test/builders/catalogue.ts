import { setCatalogue } from '../../lib/platform/i18n.ts';
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };

setCatalogue({ ...catalogue, '@@ui_locale': { message: 'en' } });
