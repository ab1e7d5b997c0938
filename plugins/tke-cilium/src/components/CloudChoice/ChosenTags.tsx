import { RiErrorWarningLine } from '@remixicon/react';
import { Tag, TagGroup } from '@backstage/ui';
import { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import styles from './CloudChoice.module.css';

/** What has been chosen of a list, each with a button that takes it away. */
export function ChosenTags(props: {
  label: string;
  values: readonly string[];
  choices: readonly CloudChoice[];
  isFlawed: (value: string) => boolean;
  /** `undefined`: nothing can be taken away. */
  onChange?: (values: string[]) => void;
}) {
  const { label, values, choices, isFlawed, onChange } = props;
  if (values.length === 0) {
    return null;
  }
  return (
    <TagGroup
      className={styles.tags}
      aria-label={label}
      items={values.map(value => ({
        id: value,
        title: choices.find(each => each.value === value)?.title,
      }))}
      onRemove={
        onChange &&
        (removed => onChange(values.filter(value => !removed.has(value))))
      }
    >
      {({ id, title }) => (
        <Tag
          id={id}
          textValue={id}
          size="medium"
          icon={
            isFlawed(id) && (
              <RiErrorWarningLine
                size={16}
                className={styles.flaw}
                aria-hidden
              />
            )
          }
        >
          {title ? `${title} (${id})` : id}
        </Tag>
      )}
    </TagGroup>
  );
}
