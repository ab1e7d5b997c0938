import {
  RemixiconComponentType,
  RiAlertFill,
  RiArrowRightLine,
  RiCloseCircleFill,
  RiInformationFill,
} from '@remixicon/react';
import { Link, Text, VisuallyHidden } from '@backstage/ui';
import { Problem } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { curingTemplate } from '../../presentation/curingTemplate';
import { useTexts } from '../../translation';
import { TemplateLink } from '../TemplateLink';
import styles from './Problems.module.css';

const ICON_OF_SEVERITY: Record<Problem['severity'], RemixiconComponentType> = {
  error: RiCloseCircleFill,
  warning: RiAlertFill,
  info: RiInformationFill,
};

/** What is wrong, and what to do about it. */
export function ProblemItem(props: { problem: Problem }) {
  const { code, severity, docsUrl } = props.problem;
  const { t, problem } = useTexts();
  const { message, remedy } = problem(props.problem);
  const template = curingTemplate(code);
  const Icon = ICON_OF_SEVERITY[severity];
  return (
    <li className={styles.item} data-severity={severity}>
      <Icon size={18} aria-hidden className={styles.icon} />
      <div className={styles.texts}>
        <VisuallyHidden>{t(`problem.severity.${severity}`)}</VisuallyHidden>
        <Text
          as="p"
          variant="body-medium"
          weight={severity === 'info' ? 'regular' : 'bold'}
        >
          {message}
        </Text>
        <Text as="p" variant="body-medium" color="secondary">
          {remedy}
          {docsUrl && (
            <>
              {' '}
              <Link
                href={docsUrl}
                target="_blank"
                rel="noopener"
                variant="body-medium"
                aria-label={`${t('problem.docs')}: ${message}`}
              >
                {t('problem.docs')}
              </Link>
            </>
          )}
        </Text>
        {template && (
          <TemplateLink
            template={template}
            variant="secondary"
            size="small"
            icon={<RiArrowRightLine aria-hidden />}
          >
            {t(`problem.open.${template}`)}
          </TemplateLink>
        )}
      </div>
    </li>
  );
}
