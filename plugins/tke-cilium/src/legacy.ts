/**
 * The plugin for apps on Backstage's old frontend system.
 *
 * @packageDocumentation
 */
export {
  EntityTkeCiliumCard,
  EntityTkeCiliumContent,
  TkeCiliumFleetPage,
  tkeCiliumPlugin,
  TkeCloudChoiceFieldExtension,
} from './legacy/plugin';
export { isTkeClusterAvailable } from './legacy/isTkeClusterAvailable';
export { TkeCiliumClient, tkeCiliumApiRef } from './api';
export type { TkeCiliumApi } from './api';
export {
  tkeCiliumMessages,
  tkeCiliumProblemsTranslationRef,
  tkeCiliumTranslationRef,
} from './translation';
export type { ProblemTextKey } from './translation';
