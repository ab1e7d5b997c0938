import { useState } from 'react';
import { Button } from '@backstage/ui';
import { Problem } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { worstFirst } from '../../presentation/worstFirst';
import { useTexts } from '../../translation';
import { ProblemItem } from './ProblemItem';
import styles from './Problems.module.css';

/**
 * The problems of a cluster, worst first.
 *
 * @param props - `folded`: how many to show until the reader asks for all; then no notes either
 */
export function ProblemList(props: {
  problems: readonly Problem[];
  folded?: number;
}) {
  const { problems, folded = Infinity } = props;
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const ordered = worstFirst(problems);
  // A note on a healthy cluster must not look like trouble at first sight.
  const prominent = ordered
    .filter(({ severity }) => folded === Infinity || severity !== 'info')
    .slice(0, folded);
  const hidden = ordered.filter(problem => !prominent.includes(problem));
  const more = hidden.every(({ severity }) => severity === 'info')
    ? 'problem.showNotes'
    : 'problem.showMore';
  const shown = open ? ordered : prominent;

  return (
    <div>
      <ul className={styles.list} aria-label={t('problem.title')}>
        {shown.map((problem, index) => (
          <ProblemItem
            key={`${problem.code} ${problem.message} ${index}`}
            problem={problem}
          />
        ))}
      </ul>
      {hidden.length > 0 && (
        <Button
          size="small"
          variant="tertiary"
          className={styles.more}
          aria-expanded={open}
          onPress={() => setOpen(!open)}
        >
          {open ? t('problem.showLess') : t(more, { count: hidden.length })}
        </Button>
      )}
    </div>
  );
}
