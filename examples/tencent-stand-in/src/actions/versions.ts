/** Versions of Kubernetes that new clusters can have. */
export const VERSIONS = ['1.28.3', '1.30.0', '1.32.2', '1.34.1'];

/** DescribeVersions */
export function describeVersions(): object {
  return {
    TotalCount: VERSIONS.length,
    VersionInstanceSet: VERSIONS.map(Version => ({ Name: 'k8s', Version })),
  };
}
