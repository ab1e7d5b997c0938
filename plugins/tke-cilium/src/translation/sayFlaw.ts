import { TranslationFunction } from '@backstage/core-plugin-api/alpha';
import {
  CloudChoiceKind,
  CloudScope,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { ChoiceFlaw } from '../presentation/cloudChoices';
import { tkeCiliumTranslationRef } from './tkeCiliumTranslationRef';

/** What is wrong with a value of a form, in one sentence. */
export function sayFlaw(
  t: TranslationFunction<typeof tkeCiliumTranslationRef.T>,
  facts: {
    flaw: ChoiceFlaw;
    kind: CloudChoiceKind;
    value: string;
    /** Where the value was looked for. */
    scope: CloudScope;
  },
): string {
  const { flaw, kind, value, scope } = facts;
  const { zone, vpcId, region, account } = scope;
  const place = zone ?? vpcId ?? region ?? account ?? '';
  return flaw === 'unknown'
    ? t(`choice.unknown.${kind}`, { value, place })
    : t(`choice.${flaw}`, { value, place });
}
