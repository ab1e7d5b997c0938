import { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { searchChoices } from '../../presentation/cloudChoices';
import { Texts } from '../../translation';

/** A line of the list. */
export type Offer = {
  /** The value that it stands for. */
  id: string;
  title: string;
  description?: string;
  /** It cannot be chosen, and only says something. */
  role?: 'saying' | 'loading';
};

/** Of a line that stands for no value; no value of Tencent Cloud has a space. */
const SAYING = 'only saying';

/**
 * What the list of a field shows: the choices that match what was typed, what was typed itself, and
 * what is to be said where there is nothing more.
 */
export function offerOf(options: {
  choices: readonly CloudChoice[];
  values: readonly string[];
  isMultiple: boolean;
  /** Since the list was opened; empty: nothing. */
  typed: string;
  isLoading: boolean;
  describe: (choice: CloudChoice) => string;
  t: Texts['t'];
}): Offer[] {
  const { choices, values, isMultiple, typed, isLoading, describe, t } =
    options;
  const value = typed.trim();
  const { offered, more } = searchChoices(
    isMultiple ? choices.filter(each => !values.includes(each.value)) : choices,
    value,
  );
  const offers: Offer[] = offered.map(choice => {
    const { title, ...unnamed } = choice;
    const about = describe(unnamed);
    return {
      id: choice.value,
      title: title ?? choice.value,
      description: title
        ? [choice.value, about].filter(Boolean).join(' · ')
        : about,
    };
  });
  if (value && !choices.some(choice => choice.value === value)) {
    offers.push({ id: value, title: t('choice.useTyped', { value }) });
  }
  if (more > 0) {
    const title = t('choice.more', { count: more });
    offers.push({ id: SAYING, title, role: 'saying' });
  }
  if (isLoading) {
    offers.push({ id: SAYING, title: t('choice.loading'), role: 'loading' });
  } else if (offers.length === 0) {
    offers.push({ id: SAYING, title: t('choice.none'), role: 'saying' });
  }
  return offers;
}
