import { Text } from '@backstage/ui';
import { TkeComponentReadiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Tone } from '../../presentation/tone';
import { useTexts } from '../../translation';
import { StatusLabel } from '../state';
import styles from './Facts.module.css';

const TONE_OF_STATE: Record<TkeComponentReadiness['state'], Tone> = {
  disabled: 'success',
  absent: 'neutral',
  stopping: 'info',
  enabled: 'warning',
  unknown: 'neutral',
};

/** The components of TKE that Cilium replaces. */
export function ComponentList(props: {
  components: readonly TkeComponentReadiness[];
  /** Before Cilium is there, a component that runs is as it should be. */
  installed: boolean;
}) {
  const { components, installed } = props;
  const { t } = useTexts();

  if (components.length === 0) {
    return (
      <Text as="p" variant="body-medium" color="secondary">
        {t('component.empty')}
      </Text>
    );
  }
  return (
    <ul className={styles.rows} aria-label={t('component.title')}>
      {components.map(({ name, state, pods }) => (
        <li key={name} className={styles.row}>
          <div className={styles.rowHead}>
            <Text variant="body-medium">{name}</Text>
            <span className={styles.rowEnd}>
              {state !== 'absent' && (
                <Text variant="body-small" color="secondary">
                  {t('component.pods', { count: pods })}
                </Text>
              )}
              <StatusLabel
                tone={
                  installed || state !== 'enabled'
                    ? TONE_OF_STATE[state]
                    : 'neutral'
                }
              >
                {t(
                  installed || state !== 'enabled'
                    ? `component.state.${state}`
                    : 'component.state.running',
                )}
              </StatusLabel>
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
