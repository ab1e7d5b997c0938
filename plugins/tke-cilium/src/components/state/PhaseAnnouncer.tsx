import { useEffect, useRef, useState } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import { DisplayPhase } from '../../presentation/tone';
import { useTexts } from '../../translation';

/**
 * Tells a screen reader when the phase changes. Silent at first: what is there when the page opens
 * is read with the page.
 */
export function PhaseAnnouncer(props: {
  cluster: string;
  phase: DisplayPhase;
}) {
  const { cluster, phase } = props;
  const { t } = useTexts();
  const known = useRef(phase);
  const [changed, setChanged] = useState<DisplayPhase>();

  useEffect(() => {
    if (known.current !== phase) {
      known.current = phase;
      setChanged(phase);
    }
  }, [phase]);

  return (
    <VisuallyHidden role="status">
      {changed
        ? t('phaseChanged', { cluster, phase: t(`phase.${changed}`) })
        : ''}
    </VisuallyHidden>
  );
}
