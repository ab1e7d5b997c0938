import {
  appLanguageApiRef,
  translationApiRef,
  TranslationFunction,
} from '@backstage/core-plugin-api/alpha';
import { ApiHolder } from '@backstage/core-plugin-api';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { CloudChoices, CloudChoiceSource, loadCloudChoices } from '../data';
import { flawOf } from '../presentation/cloudChoices';
import { sayFlaw, tkeCiliumTranslationRef } from '../translation';

/**
 * Refuses what the account does not have in the chosen place, and subnets without free addresses,
 * before anything is created. Where the list cannot be read, everything passes: the step of the
 * template that uses the value looks again.
 */
export const validateCloudChoice: CustomFieldValidator<
  string | string[],
  CloudChoiceSource
> = async (value, field, context) => {
  const { apiHolder, formData, uiSchema } = context;
  const source = uiSchema?.['ui:options'] as CloudChoiceSource;
  let known: CloudChoices;
  try {
    known = await loadCloudChoices(apiHolder, source, formData);
  } catch {
    return;
  }
  if (known.missing) {
    return;
  }
  const { choices } = known;
  const { kind } = source;
  for (const each of [value].flat()) {
    const flaw = flawOf(each, { kind, choices });
    if (flaw) {
      const { language } = apiHolder.get(appLanguageApiRef)!.getLanguage();
      const t = await textsOf(apiHolder);
      field.addError(
        sayFlaw({ t, language }, { flaw, kind, value: each, place: known }),
      );
    }
  }
};

/** The texts in the language of the reader, which the field has loaded before anybody gets here. */
async function textsOf(
  apis: ApiHolder,
): Promise<TranslationFunction<typeof tkeCiliumTranslationRef.T>> {
  const translations = apis.get(translationApiRef)!;
  const now = translations.getTranslation(tkeCiliumTranslationRef);
  if (now.ready) {
    return now.t;
  }
  return new Promise(resolve => {
    const subscription = translations
      .translation$(tkeCiliumTranslationRef)
      .subscribe(later => {
        if (later.ready) {
          subscription.unsubscribe();
          resolve(later.t);
        }
      });
  });
}
