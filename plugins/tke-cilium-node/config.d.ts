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
      kubeconfig: {
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
    }>;
    helm?: {
      /**
       * The Helm program, version 4 (3 works too): a path, or a name on the PATH.
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
