/** Where a cluster is in the console of Tencent Cloud. @public */
export function clusterConsoleUrl(clusterId: string): string {
  return `https://console.cloud.tencent.com/tke2/cluster/sub/list/basic/info?clusterId=${clusterId}`;
}
