import { Text } from '@backstage/ui';
import {
  Problem,
  Readiness,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { configurationDrift } from '../../presentation/configurationDrift';
import { Tone } from '../../presentation/tone';
import { useTexts } from '../../translation';
import { StatusLabel } from '../state';
import styles from './Facts.module.css';
import { Fact } from './Fact';
import { ProfileDifferences } from './ProfileDifferences';

const TONE_OF_SEVERITY: Record<Problem['severity'], Tone> = {
  error: 'danger',
  warning: 'warning',
  info: 'info',
};

/** Which Cilium was installed with what, and where the cluster has come to differ from it. */
export function Configuration(props: { readiness: Readiness }) {
  const { cilium, configuration } = props.readiness;
  const { t } = useTexts();
  const { release } = cilium;
  return (
    <div className={styles.configuration}>
      <dl className={styles.facts}>
        <Fact name={t('configuration.appVersion')} value={cilium.version} />
        <Fact
          name={t('configuration.chartVersion')}
          value={cilium.chartVersion}
        />
        <Fact name={t('fact.profile')} value={cilium.profile} />
        <Fact
          name={t('fact.release')}
          value={
            release &&
            t('fact.releaseValue', {
              revision: String(release.revision),
              status: release.status,
            })
          }
        />
      </dl>
      <DriftList readiness={props.readiness} />
      <ProfileDifferences configuration={configuration} />
    </div>
  );
}

function DriftList(props: { readiness: Readiness }) {
  const { t, problem: sayProblem, condition: sayCondition } = useTexts();
  const { differences, unknown } = configurationDrift(props.readiness);
  if (differences.length === 0 && unknown.length === 0) {
    return (
      <StatusLabel tone="success">{t('configuration.noDrift')}</StatusLabel>
    );
  }
  return (
    <ul className={styles.rows} aria-label={t('configuration.drift')}>
      {differences.map(({ code, subject, severity, details, problem }) => (
        <li key={code} className={styles.row}>
          <div className={styles.rowHead}>
            <Text variant="body-medium" weight="bold">
              {subject}
            </Text>
            <StatusLabel tone={TONE_OF_SEVERITY[severity]}>
              {t('configuration.differs')}
            </StatusLabel>
          </div>
          {(details.length > 0 ? details : [sayProblem(problem).message]).map(
            detail => (
              <Text
                key={detail}
                as="p"
                variant="body-small"
                color="secondary"
                className={details.length > 0 ? styles.image : undefined}
              >
                {detail}
              </Text>
            ),
          )}
        </li>
      ))}
      {unknown.map(condition => (
        <li key={condition.type} className={styles.row}>
          <div className={styles.rowHead}>
            <Text variant="body-medium" weight="bold">
              {t(`condition.type.${condition.type}`)}
            </Text>
            <StatusLabel tone="neutral">
              {t('configuration.notCompared')}
            </StatusLabel>
          </div>
          <Text as="p" variant="body-small" color="secondary">
            {sayCondition(condition)}
          </Text>
        </li>
      ))}
    </ul>
  );
}
