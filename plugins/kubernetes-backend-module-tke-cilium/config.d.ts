export interface Config {
  tkeCilium?: {
    kubernetesPlugin?: {
      /**
       * The service account that the Kubernetes plugin acts as, in every cluster that has it. Whoever
       * may use the Kubernetes plugin has its rights there. Default: no cluster is offered.
       */
      serviceAccount: {
        name: string;
        namespace: string;
      };
    };
  };
}
