import {
  RemixiconComponentType,
  RiCloudLine,
  RiDashboardLine,
  RiRadarLine,
} from '@remixicon/react';
import { Link } from '@backstage/ui';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { REGION_ANNOTATION } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { isSimulation } from '../../presentation/isSimulation';
import { clusterLinks, LinkTarget } from '../../presentation/clusterLinks';
import { useTexts } from '../../translation';
import layout from '../Layout.module.css';

const ICON_OF_TARGET: Record<LinkTarget, RemixiconComponentType> = {
  console: RiCloudLine,
  grafana: RiDashboardLine,
  hubble: RiRadarLine,
};

/** The ways out: the same cluster in the console, and in what else is configured. */
export function ClusterLinks(props: { clusterId: string }) {
  const { t } = useTexts();
  const config = useApi(configApiRef).getOptionalConfig('tkeCilium.links');
  const { entity } = useEntity();
  const links = clusterLinks(
    // `getOptional`: an empty text, which is no link, is no string to `getOptionalString`.
    target => config?.getOptional<string>(target),
    {
      clusterId: props.clusterId,
      region: entity.metadata.annotations?.[REGION_ANNOTATION],
      simulation: isSimulation(entity),
    },
  );
  return (
    <ul className={layout.links} aria-label={t('links.title')}>
      {links.map(({ target, href }) => {
        const Icon = ICON_OF_TARGET[target];
        return (
          <li key={target} className={layout.link}>
            <Icon size={16} aria-hidden />
            <Link
              href={href}
              target="_blank"
              rel="noopener"
              variant="body-medium"
            >
              {t(`links.${target}`)}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
