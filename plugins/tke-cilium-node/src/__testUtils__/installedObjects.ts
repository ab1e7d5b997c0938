import { PhaseTestCluster } from './PhaseTestCluster';

/** Everything that an install by the guide makes or changes. */
const INSTALLED =
  /^(daemonsets|deployments|configmaps|roles|rolebindings|clusterroles|clusterrolebindings|services|serviceaccounts|namespaces) .*(cilium|hubble|cni-config|kube-proxy|tke-cni-agent|tke-eni-agent|ip-masq-agent)/;

/**
 * The objects of an install as JSON text, without what the API server and the controllers add to every
 * object. Two clusters have to have the same id to be compared: it decides the API server's address.
 */
export async function installedObjects(
  test: PhaseTestCluster,
): Promise<Record<string, string>> {
  const everything = await test.everything();
  return Object.fromEntries(
    [...everything.keys()]
      .filter(name => INSTALLED.test(name) && !name.endsWith('root-ca.crt'))
      .sort()
      .map(name => {
        const { metadata, status: _status, ...content } = everything.get(name)!;
        const { labels, annotations = {} } = metadata;
        const {
          // Counts the changes on the way, not the outcome.
          'deprecated.daemonset.template.generation': _generation,
          'deployment.kubernetes.io/revision': _revision,
          ...kept
        } = annotations;
        return [
          name,
          JSON.stringify(
            { ...content, labels, annotations: kept },
            withoutAllocated,
            1,
          ),
        ];
      }),
  );
}

function withoutAllocated(key: string, value: unknown): unknown {
  return [
    'clusterIP',
    'clusterIPs',
    'uid',
    // Says when, not what.
    'kubectl.kubernetes.io/restartedAt',
  ].includes(key)
    ? undefined
    : value;
}
