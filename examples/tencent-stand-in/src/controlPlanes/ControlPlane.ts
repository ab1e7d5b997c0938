/** What a native or regular pool makes its nodes from. */
export type PoolNodes = {
  poolId: string;
  kind: 'native' | 'regular';
  replicas: number;
  instanceTypes: string[];
  annotations: Record<string, string>;
  labels: Record<string, string>;
  taints: { key: string; value?: string; effect: string }[];
  /** The machine type is sold out. */
  soldOut: boolean;
};

/** The Kubernetes behind a cluster. */
export interface ControlPlane {
  readonly kubeconfig: string;
  /** Host and port of the API server. */
  readonly address: string;
  /** @returns the name of the node */
  addSuperNode(): Promise<string>;
  removeNode(name: string): Promise<void>;
  addPool(pool: PoolNodes): Promise<void>;
  readyNodes(poolId: string): Promise<number>;
  /** An addon has another version now. */
  addonChanged(name: string, version: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the Kubernetes of a new cluster. */
export type StartControlPlane = (cluster: {
  clusterId: string;
  eniipamdVersion: string;
  ipMasqAgent: boolean;
  karpenter: boolean;
}) => Promise<ControlPlane>;
