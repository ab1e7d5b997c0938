import { CloudChoiceKind } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { CloudChoices } from '../data';
import { ChoiceFlaw, isNeededInEachZone } from '../presentation/cloudChoices';
import { Texts } from './useTexts';

/** What is wrong with a value of a form, in one sentence. */
export function sayFlaw(
  { t, language }: Pick<Texts, 't' | 'language'>,
  facts: {
    flaw: ChoiceFlaw;
    kind: CloudChoiceKind;
    value: string;
    /** Where the value was looked for. */
    place: Pick<CloudChoices, 'scope' | 'clusterId' | 'zones'>;
  },
): string {
  const { flaw, kind, value } = facts;
  const { scope, clusterId, zones } = facts.place;
  const { vpcId, region, account } = scope;
  const vpcOfCluster =
    kind === 'subnets' && clusterId
      ? t('choice.vpcOfCluster', { clusterId })
      : undefined;
  const place =
    zones.length > 0
      ? new Intl.ListFormat(language, {
          // "Not sold in 3 and 6" of what both have to sell, "not sold in 3 or 6" of what one may.
          type:
            isNeededInEachZone(kind) === (flaw === 'unknown')
              ? 'conjunction'
              : 'disjunction',
        }).format(zones)
      : vpcOfCluster ?? vpcId ?? region ?? account ?? '';
  return flaw === 'unknown'
    ? t(`choice.unknown.${kind}`, { value, place })
    : t(`choice.${flaw}`, { value, place });
}
