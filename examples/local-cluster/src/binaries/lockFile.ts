/** Version that every local API server reports, like TKE's. */
export const KUBERNETES_VERSION = 'v1.34.4-tke.1';

/** Version of the chart and of the CRDs, the guide's. */
export const CILIUM_VERSION = '1.18.3';

/** Names of the programs that a local cluster runs. */
export type BinaryName =
  | 'etcd'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'kwok'
  | 'helm';

/** Operating system and processor, in Go's words. */
export type GoPlatform = { os: string; arch: string };

/** Where an official build is, and where its publisher says what its SHA-256 is. */
export type Download = {
  url: string;
  checksumUrl: string;
  /** Path inside the archive, for a `.tar.gz`. */
  archiveMember?: string;
};

/** How a binary is built from the Go modules in this package's `go` folder. */
export type GoBuild = {
  module: 'control-plane' | 'kwok';
  package: string;
};

/** One pinned binary. */
export type LockedBinary = {
  name: BinaryName;
  version: string;
  /** `undefined`: nothing official can be verified, so it is built. */
  download?: (platform: GoPlatform) => Download;
  build: GoBuild;
};

const KUBERNETES = '1.34.4';
const ETCD = '3.6.5';
const HELM = '4.0.5';
const KWOK = '0.8.0';

function kubernetes(name: BinaryName): LockedBinary {
  return {
    name,
    version: KUBERNETES,
    download: ({ os, arch }) => {
      const url = `https://dl.k8s.io/release/v${KUBERNETES}/bin/${os}/${arch}/${name}`;
      return { url, checksumUrl: `${url}.sha256` };
    },
    build: {
      module: 'control-plane',
      package: `k8s.io/kubernetes/cmd/${name}`,
    },
  };
}

/** The pinned binaries. */
export const LOCK_FILE: readonly LockedBinary[] = [
  {
    name: 'etcd',
    version: ETCD,
    download: ({ os, arch }) => {
      const release = `https://github.com/etcd-io/etcd/releases/download/v${ETCD}`;
      const folder = `etcd-v${ETCD}-${os}-${arch}`;
      return {
        url: `${release}/${folder}.tar.gz`,
        checksumUrl: `${release}/SHA256SUMS`,
        archiveMember: `${folder}/etcd`,
      };
    },
    build: { module: 'control-plane', package: 'go.etcd.io/etcd/server/v3' },
  },
  kubernetes('kube-apiserver'),
  kubernetes('kube-controller-manager'),
  kubernetes('kube-scheduler'),
  {
    name: 'kwok',
    version: KWOK,
    // Its releases publish no checksums, so a download could not be verified.
    build: { module: 'kwok', package: 'sigs.k8s.io/kwok/cmd/kwok' },
  },
  {
    name: 'helm',
    version: HELM,
    download: ({ os, arch }) => {
      const url = `https://get.helm.sh/helm-v${HELM}-${os}-${arch}.tar.gz`;
      return {
        url,
        checksumUrl: `${url}.sha256sum`,
        archiveMember: `${os}-${arch}/helm`,
      };
    },
    build: { module: 'control-plane', package: 'helm.sh/helm/v4/cmd/helm' },
  },
];

/**
 * Linker flags that stamp the versions. Without them the API server reports
 * `v0.0.0-master+$Format:%H$` and Helm refuses the chart ("chart requires kubeVersion: >= 1.21.0-0").
 */
export const LINKER_FLAGS: Record<GoBuild['module'], string> = {
  'control-plane': [
    '-s',
    '-w',
    ...[
      'k8s.io/component-base/version',
      'k8s.io/client-go/pkg/version',
    ].flatMap(path => [
      `-X ${path}.gitVersion=${KUBERNETES_VERSION}`,
      `-X ${path}.gitMajor=1`,
      `-X ${path}.gitMinor=34`,
      `-X ${path}.gitTreeState=clean`,
    ]),
    `-X helm.sh/helm/v4/internal/version.version=v${HELM}`,
  ].join(' '),
  kwok: `-s -w -X sigs.k8s.io/kwok/pkg/consts.KubeVersion=${KUBERNETES}`,
};
