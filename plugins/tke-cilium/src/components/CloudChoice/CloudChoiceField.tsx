import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Text } from '@backstage/ui';
import { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { CloudChoiceSource, useCloudChoices } from '../../data';
import { flawOf } from '../../presentation/cloudChoices';
import { sayFlaw, useTexts } from '../../translation';
import { ChoiceBox } from './ChoiceBox';
import { ChoiceNotes } from './ChoiceNotes';
import { ChosenTags } from './ChosenTags';
import styles from './CloudChoice.module.css';
import { describeChoice } from './describeChoice';
import { sayUnlisted } from './sayUnlisted';

/** What the field holds: one value, or several where the schema is an array. */
export type CloudChoiceValue = string | string[];

/**
 * A field of a software template for something that a Tencent Cloud account has. It offers the list;
 * what is not on it, and everything where there is no list, can be typed.
 */
export function CloudChoiceField(
  props: FieldExtensionComponentProps<CloudChoiceValue, CloudChoiceSource>,
) {
  const { name, schema, uiSchema, idSchema, formContext, formData } = props;
  const { required, onChange, rawErrors = [], errorSchema } = props;
  const source = uiSchema['ui:options'] as CloudChoiceSource;
  const texts = useTexts();
  const { answer, failure, refresh } = useCloudChoices(
    source,
    formContext?.formData ?? {},
  );

  const isMultiple = schema.type === 'array';
  const values = [formData ?? []].flat();
  const place = answer ?? { scope: {}, zones: [] };
  const choices = answer?.choices;
  const describe = (choice: CloudChoice) =>
    describeChoice(choice, place, texts);
  const flaws = new Map(
    choices &&
      values.flatMap(value => {
        const flaw = flawOf(value, { kind: source.kind, choices });
        return flaw ? [[value, flaw] as const] : [];
      }),
  );
  const problems = [
    ...[...flaws].map(([value, flaw]) =>
      sayFlaw(texts, { flaw, value, place, kind: source.kind }),
    ),
    ...errorsOfItems(errorSchema),
  ].filter(problem => !rawErrors.includes(problem));

  const title = uiSchema['ui:title'] ?? schema.title ?? name;
  const isDisabled = Boolean(props.disabled || props.readonly);
  const aboutId = `${idSchema.$id}-about`;
  const notesId = `${idSchema.$id}-notes`;
  const chosen =
    !isMultiple && choices?.find(({ value }) => value === formData);

  return (
    <div className={styles.field}>
      <ScaffolderField
        rawErrors={rawErrors}
        rawDescription={uiSchema['ui:description'] ?? schema.description}
        required={required}
        disabled={isDisabled}
        errors={
          <ChoiceNotes
            id={notesId}
            unlisted={sayUnlisted(texts.t, { answer, failure })}
            problems={problems}
          />
        }
      >
        <ChoiceBox
          id={idSchema.$id}
          label={title}
          describedBy={`${aboutId} ${notesId} ${idSchema.$id}__error`}
          isRequired={required}
          isDisabled={isDisabled}
          isInvalid={rawErrors.length > 0 || problems.length > 0}
          isLoading={!answer && !failure}
          choices={choices ?? []}
          describe={describe}
          values={values}
          isMultiple={isMultiple}
          onChange={changed =>
            onChange(isMultiple ? changed : changed[changed.length - 1])
          }
          onOpen={refresh}
        />
        {chosen && (
          <Text
            as="p"
            id={aboutId}
            className={styles.about}
            variant="body-small"
            color="secondary"
          >
            {describe(chosen)}
          </Text>
        )}
        {isMultiple && (
          <ChosenTags
            label={texts.t('choice.chosen', { title })}
            values={values}
            choices={choices ?? []}
            isFlawed={value => flaws.has(value)}
            onChange={isDisabled ? undefined : onChange}
          />
        )}
      </ScaffolderField>
    </div>
  );
}

/** The form shows what is wrong with an array, and leaves what is wrong with its items to the field. */
function errorsOfItems(errors: object | undefined): string[] {
  return Object.entries(errors ?? {}).flatMap(([name, item]) =>
    name === '__errors' ? [] : item?.__errors ?? [],
  );
}
