import { useRef, useState } from 'react';
import { Combobox } from '@backstage/ui';
import { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { useTexts } from '../../translation';
import { ChoiceOption } from './ChoiceOption';
import styles from './CloudChoice.module.css';
import { offerOf } from './offerOf';
import { useOpeningByClick } from './useOpeningByClick';

/**
 * A box to search a list in, to choose from it, or to type what it does not have. What is typed
 * counts when the list closes, so that a search is not taken for a value at every letter.
 */
export function ChoiceBox(props: {
  id: string;
  label: string;
  describedBy: string;
  isRequired?: boolean;
  isDisabled: boolean;
  isInvalid: boolean;
  isLoading: boolean;
  choices: readonly CloudChoice[];
  values: readonly string[];
  describe: (choice: CloudChoice) => string;
  /** The box adds to the values, instead of holding the only one. */
  isMultiple: boolean;
  onChange: (values: string[]) => void;
  onOpen: () => void;
}) {
  const { id, label, describedBy, isRequired, isLoading } = props;
  const { choices, values, isMultiple, onChange, onOpen } = props;
  const { t } = useTexts();
  const shown = isMultiple ? '' : values[0] ?? '';
  const [typed, setTyped] = useState<string>();
  const opening = useOpeningByClick();
  // The list closes in the same moment in which something is chosen from it.
  const entered = useRef(shown);
  entered.current = typed ?? shown;

  const type = (text: string) => {
    entered.current = text;
    setTyped(text);
  };
  const commit = () => {
    const value = entered.current.trim();
    entered.current = isMultiple ? '' : value;
    setTyped(undefined);
    if (!isMultiple && value !== shown) {
      onChange(value ? [value] : []);
    }
    if (isMultiple && value && !values.includes(value)) {
      onChange([...values, value]);
    }
  };

  return (
    <Combobox
      id={id}
      className={styles.box}
      label={label}
      secondaryLabel={isRequired ? t('choice.required') : undefined}
      isRequired={isRequired}
      isDisabled={props.isDisabled}
      isInvalid={props.isInvalid}
      // The form decides what may pass; the browser would hold it up at whatever is flagged.
      validationBehavior="aria"
      aria-describedby={describedBy}
      allowsCustomValue
      loading={isLoading ? { state: 'loading' } : undefined}
      items={offerOf({
        choices,
        values,
        isMultiple,
        typed: typed ?? '',
        isLoading,
        describe: props.describe,
        t,
      })}
      search={{
        inputValue: typed ?? shown,
        onInputChange: type,
        // The items are what was found already.
        filter: () => true,
      }}
      selectedKey={shown || null}
      onSelectionChange={key => {
        if (key !== null) {
          type(String(key));
        }
        commit();
      }}
      onPointerDownCapture={opening.onPointerDownCapture}
      onClickCapture={opening.onClickCapture}
      onOpenChange={isOpen => {
        opening.onOpenChange(isOpen);
        if (isOpen) {
          onOpen();
        } else {
          commit();
        }
      }}
    >
      {ChoiceOption}
    </Combobox>
  );
}
