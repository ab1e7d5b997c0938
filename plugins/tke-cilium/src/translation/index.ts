export { tkeCiliumMessages } from './tkeCiliumMessages';
export { tkeCiliumTranslationRef } from './tkeCiliumTranslationRef';
export { tkeCiliumProblemsTranslationRef } from './tkeCiliumProblemsTranslationRef';
export type { ProblemTextKey } from './tkeCiliumProblemsTranslationRef';
export { useTexts } from './useTexts';
export type { Texts } from './useTexts';
