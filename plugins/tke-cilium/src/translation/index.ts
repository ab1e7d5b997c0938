export { tkeCiliumMessages } from './tkeCiliumMessages';
export { tkeCiliumTranslationRef } from './tkeCiliumTranslationRef';
export { tkeCiliumProblemsTranslationRef } from './tkeCiliumProblemsTranslationRef';
export type { ProblemTextKey } from './tkeCiliumProblemsTranslationRef';
export { sayFlaw } from './sayFlaw';
export { useTexts } from './useTexts';
export type { Texts } from './useTexts';
