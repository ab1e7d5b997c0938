import { RiFlaskLine } from '@remixicon/react';
import { Badge } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import { isSimulation } from '../presentation/isSimulation';
import { useTexts } from '../translation';
import layout from './Layout.module.css';

/** Says of a cluster that is simulated that it is. Of any other it says nothing. */
export function SimulationMark() {
  const { entity } = useEntity();
  const { t } = useTexts();
  return isSimulation(entity) ? (
    <Badge
      size="small"
      className={layout.mark}
      icon={<RiFlaskLine aria-hidden />}
      title={t('simulation.description')}
    >
      {t('simulation.mark')}
    </Badge>
  ) : null;
}
