import { RiErrorWarningLine, RiInformationLine } from '@remixicon/react';
import { Text } from '@backstage/ui';
import styles from './CloudChoice.module.css';

/** What is to be said about a field: why there is no list, what is wrong. */
export function ChoiceNotes(props: {
  id: string;
  unlisted?: string;
  problems: readonly string[];
}) {
  const { id, unlisted, problems } = props;
  return (
    <div id={id} className={styles.notes} aria-live="polite">
      {unlisted && (
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          className={styles.note}
        >
          <RiInformationLine size={16} aria-hidden />
          {unlisted}
        </Text>
      )}
      {problems.map(problem => (
        <Text
          key={problem}
          as="p"
          variant="body-small"
          className={styles.problem}
        >
          <RiErrorWarningLine size={16} aria-hidden />
          {problem}
        </Text>
      ))}
    </div>
  );
}
