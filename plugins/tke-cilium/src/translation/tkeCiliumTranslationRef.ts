import {
  createTranslationRef,
  TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { tkeCiliumMessages } from './tkeCiliumMessages';

/**
 * Every text of the plugin's pages. English is built in and Simplified Chinese comes along: an app
 * has it as soon as it offers the language `zh` or `zh-CN`.
 *
 * @remarks
 * Where there are no problems to read below, the summary is what the backend wrote, in English. Its
 * key carries that text as `{{text}}`, so that English shows it unchanged while another language can
 * say it from `{{agentReady}}`, `{{agentDesired}}` and `{{notKnown}}`.
 *
 * @public
 */
export const tkeCiliumTranslationRef: TranslationRef<
  'tke-cilium',
  typeof tkeCiliumMessages
> = createTranslationRef({
  id: 'tke-cilium',
  messages: tkeCiliumMessages,
  translations: {
    zh: () => import('./zh-CN'),
    'zh-CN': () => import('./zh-CN'),
  },
});
