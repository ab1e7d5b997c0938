export interface Config {
  tkeCilium?: {
    /**
     * Where the cluster's tab leads to. In each address, `{clusterId}` and `{region}` stand for
     * those of the cluster; a link that needs a region is left out for a cluster whose entity
     * names none.
     */
    links?: {
      /**
       * The cluster in the console of Tencent Cloud. Empty: no link.
       * Default: `https://console.cloud.tencent.com/tke2/cluster/sub/list/basic/info?clusterId={clusterId}`.
       * @visibility frontend
       */
      console?: string;
      /**
       * A dashboard of Grafana, for example `https://grafana.example.com/d/cilium?var-cluster={clusterId}`.
       * Default: no link.
       * @visibility frontend
       */
      grafana?: string;
      /**
       * The Hubble UI of the cluster. Default: no link.
       * @visibility frontend
       */
      hubble?: string;
    };
  };
}
