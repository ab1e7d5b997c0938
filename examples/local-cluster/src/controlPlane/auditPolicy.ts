/**
 * Who asked for what, and nothing of what was answered: enough to count the requests of a client.
 * The control plane talking to itself, and those who play its missing parts, are left out; they would be
 * most of the log.
 */
export const AUDIT_POLICY = `apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [RequestReceived]
rules:
  - level: None
    users: [system:apiserver, system:kube-scheduler, system:kube-controller-manager, kwok, local-cluster-simulator]
  - level: None
    userGroups: [system:serviceaccounts:kube-system]
  - level: Metadata
`;
