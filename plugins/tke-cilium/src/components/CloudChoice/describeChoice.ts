import { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { CloudChoices } from '../../data';
import { Texts } from '../../translation';

/** What helps to tell a choice from the others, in one line: its name, where it is, how large. */
export function describeChoice(
  choice: CloudChoice,
  /** Where all choices are, which need not be said of each. */
  { scope, zones }: Pick<CloudChoices, 'scope' | 'zones'>,
  texts: Pick<Texts, 't' | 'language'>,
): string {
  const { title, details = {} } = choice;
  const { t, language } = texts;
  const { availableAddresses, cpu, memoryGiB, gpus } = details;
  const { minimumCpu, maximumCpu } = details;
  const amount = new Intl.NumberFormat(language).format(Number(memoryGiB));
  return [
    title,
    details.description,
    !scope.vpcId && !scope.cluster && details.vpcId,
    details.zone,
    details.cidrBlock,
    details.secondaryCidrBlocks,
    availableAddresses !== undefined &&
      t('choice.detail.addresses', { count: Number(availableAddresses) }),
    cpu !== undefined && t('choice.detail.cpu', { count: Number(cpu) }),
    minimumCpu !== undefined &&
      (minimumCpu === maximumCpu
        ? t('choice.detail.cpu', { count: Number(minimumCpu) })
        : t('choice.detail.cpuRange', {
            minimum: String(minimumCpu),
            maximum: String(maximumCpu),
          })),
    memoryGiB !== undefined && t('choice.detail.memory', { amount }),
    gpus !== undefined && t('choice.detail.gpus', { count: Number(gpus) }),
    zones.length === 0 && details.zones,
    details.status === 'sold-out' && t('choice.detail.soldOut'),
    details.status === 'simulation' && t('choice.detail.simulation'),
  ]
    .filter(Boolean)
    .join(' · ');
}
