/**
 * Frontend plugin that shows the readiness of Cilium on Tencent Kubernetes Engine clusters.
 *
 * @packageDocumentation
 */
export { tkeCiliumPlugin as default } from './plugin';
export { TkeCiliumClient, tkeCiliumApiRef } from './api';
export type { TkeCiliumApi } from './api';
export {
  tkeCiliumMessages,
  tkeCiliumProblemsTranslationRef,
  tkeCiliumTranslationRef,
} from './translation';
export type { ProblemTextKey } from './translation';
