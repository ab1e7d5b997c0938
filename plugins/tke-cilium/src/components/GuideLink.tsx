import { Link } from '@backstage/ui';
import { useTexts } from '../translation';
import styles from './Layout.module.css';

const GUIDE =
  'https://github.com/imroc/tke-guide/blob/main/docs/networking/cilium/install.md';

/** Sections of the guide, by what of the tab they are about. */
const SECTIONS = {
  nodePools: '新建节点池',
  components: '卸载-tke-组件',
  configuration: '使用-helm-安装-cilium',
} as const;

/** The section of the guide behind a part of the tab. */
export function GuideLink(props: {
  section: keyof typeof SECTIONS;
  /** Title of the part. */
  about: string;
}) {
  const { section, about } = props;
  const { t } = useTexts();
  return (
    <Link
      href={`${GUIDE}#${encodeURIComponent(SECTIONS[section])}`}
      target="_blank"
      rel="noopener"
      variant="body-small"
      color="secondary"
      className={styles.guide}
      aria-label={`${t('links.guide')}: ${about}`}
    >
      {t('links.guide')}
    </Link>
  );
}
