import { createFinding } from '../../preflight/findings';
import { Problem } from '../../readiness/types';
import { CNI_CONFIG } from '../../vocabulary/names';
import { HelmValue, HelmValues } from '../helmValues';
import { display, valueAt } from './readValues';

/** Values that the install stands on, with what happens when they are different. */
const REQUIRED: readonly {
  path: string;
  expected: HelmValue;
  consequence: string;
}[] = [
  {
    path: 'ipam.mode',
    expected: 'delegated-plugin',
    consequence: 'TKE gives Pods their addresses, not Cilium',
  },
  {
    path: 'cni.chainingMode',
    expected: 'generic-veth',
    consequence: 'Cilium would not attach to the interfaces of VPC-CNI',
  },
  {
    path: 'cni.customConf',
    expected: true,
    consequence: 'Cilium would write a CNI configuration without VPC-CNI',
  },
  {
    path: 'cni.configMap',
    expected: CNI_CONFIG,
    consequence:
      'the agents would wait for a ConfigMap that does not exist (FailedMount)',
  },
  {
    path: 'cni.externalRouting',
    expected: true,
    consequence: 'Cilium and VPC-CNI would both route Pods',
  },
  {
    path: 'routingMode',
    expected: 'native',
    consequence: 'Pods have addresses of the VPC and need no tunnel',
  },
  {
    path: 'endpointRoutes.enabled',
    expected: true,
    consequence: 'Pods would be routed through cilium_host and not be reached',
  },
  {
    path: 'kubeProxyReplacement',
    expected: true,
    consequence:
      'the install switches kube-proxy off, and nothing would serve Services',
  },
];

/** The values without which Cilium does not fit VPC-CNI. The chart takes `true` and `"true"` alike. */
export function checkCniValues(values: HelmValues): Problem[] {
  return REQUIRED.map(rule => ({
    ...rule,
    found: valueAt(values, rule.path),
  }))
    .filter(({ found, expected }) => String(found) !== String(expected))
    .map(({ path, found, expected, consequence }) =>
      createFinding('value-not-allowed', {
        path,
        found: display(found),
        expected: display(expected),
        consequence,
      }),
    );
}
