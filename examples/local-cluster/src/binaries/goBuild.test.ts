import { builtName } from './goBuild';

describe('builtName', () => {
  it.each([
    ['k8s.io/kubernetes/cmd/kube-apiserver', 'kube-apiserver'],
    ['go.etcd.io/etcd/server/v3', 'server'],
    ['helm.sh/helm/v4/cmd/helm', 'helm'],
  ])('%s is built as %s', (path, name) => {
    expect(builtName(path)).toBe(name);
  });
});
