export interface Config {
  tkeCilium?: {
    /**
     * The clusters that the backend may reach. A catalog entity names one of them by its id and
     * never brings an address or credentials of its own.
     */
    clusters?: Array<{
      /** The TKE cluster id: `cls-` and eight lower-case letters or digits. */
      id: string;
      /** What people call the cluster. Default: its id. */
      title?: string;
      /** Either this or `tencentCloud`. */
      kubeconfig?: {
        /**
         * Path of a kubeconfig file, relative to the working directory of the backend process. The
         * file may appear or change while the backend runs. It must carry its credentials itself (a
         * token or a client certificate): `exec` and `auth-provider` users are refused, because
         * they would run programs on the backend host.
         */
        path: string;
        /** Name of the context to use. Default: the file's current context. */
        context?: string;
      };
      /**
       * Reaches the cluster with the kubeconfig that the Tencent Cloud API gives. It is asked for
       * when it is used, kept in memory only and renewed every ten minutes.
       */
      tencentCloud?: {
        /** Name of one of `tkeCilium.tencentCloud.accounts`. */
        account: string;
        /** Region of the cluster, for example `ap-guangzhou`: one of the account's. */
        region: string;
        /** Which address of the API server is used. Default: `intranet`. */
        endpoint?: 'intranet' | 'public';
        /**
         * Name that the API server's certificate is checked against, where it does not carry the
         * address. The check itself cannot be switched off.
         */
        tlsServerName?: string;
      };
    }>;
    tencentCloud?: {
      /** The accounts that the backend may use. */
      accounts?: Array<{
        /** What people call the account. It is all that leaves the backend. */
        name: string;
        /** Regions that it may be used in. */
        regions: string[];
        /**
         * Endpoint of the container service, for finance regions or inside a VPC.
         * Default: `tke.tencentcloudapi.com`.
         */
        endpoint?: string;
        /**
         * It is a simulation, not Tencent Cloud: its clusters are marked as such wherever they are
         * shown, and nothing leads from them to the console. Default: false.
         */
        simulation?: boolean;
        /**
         * Lets catalog entities add clusters of this account: `Resource`s of the type
         * `kubernetes-cluster` with the annotations `tencentcloud.com/cluster-id`, `/region` and
         * `/account`. Whoever may write such an entity has the backend watch any cluster of the
         * account's regions, and templates work on it. Default: no entity adds one.
         */
        clustersFromCatalog?: {
          /**
           * Where the entities must come from: values of their annotation
           * `backstage.io/managed-by-origin-location`, which the catalog itself writes. One that ends
           * in `/` stands for all below it; `*` stands for any, for catalogs that let nobody else add
           * a `Resource` (`catalog.rules`).
           */
          origins: string[];
          /** Which address of the API servers is used. Default: `intranet`. */
          endpoint?: 'intranet' | 'public';
          /** As `tlsServerName` of a cluster. */
          tlsServerName?: string;
        };
        credentials: {
          /**
           * `environment`: TENCENTCLOUD_SECRET_ID and _SECRET_KEY. `profile`: the file
           * `~/.tencentcloud/credentials`. `instanceRole`: the role of the CVM that the backend
           * runs on. `podIdentity`: the role of its Pod on TKE. `keys`: the two below.
           */
          source:
            | 'environment'
            | 'profile'
            | 'instanceRole'
            | 'podIdentity'
            | 'keys';
          /** @visibility secret */
          secretId?: string;
          /** @visibility secret */
          secretKey?: string;
          /** A role to assume with these credentials. */
          assumeRole?: {
            /**
             * Names the account by its id.
             * @visibility secret
             */
            arn: string;
            /** Default: `tke-cilium`. */
            sessionName?: string;
            /** @visibility secret */
            externalId?: string;
          };
        };
      }>;
    };
    helm?: {
      /**
       * The Helm program, version 4 (3.15 or newer works too): a path, or a name on the PATH.
       * Default: the environment variable `TKE_CILIUM_HELM`, else `helm`.
       */
      command?: string;
      /**
       * Directory on the backend host with packaged charts (`cilium-1.18.3.tgz`), for hosts that do
       * not reach the chart repository. It is looked into first; what it does not have comes from
       * the repository. A relative path starts from the working directory of the backend process.
       */
      chartsDirectory?: string;
    };
  };
}
