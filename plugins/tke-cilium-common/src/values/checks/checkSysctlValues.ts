import { createFinding } from '../../preflight/findings';
import { Problem } from '../../readiness/types';
import { HelmValues } from '../helmValues';
import { isOn } from './readValues';

/** The chart's default drops the traffic of Pods on TKE. Only a warning: `guide-2025-11` leaves it on. */
export function checkSysctlValues(values: HelmValues): Problem[] {
  return isOn(values, 'sysctlfix.enabled', true)
    ? [createFinding('sysctlfix-enabled', {})]
    : [];
}
