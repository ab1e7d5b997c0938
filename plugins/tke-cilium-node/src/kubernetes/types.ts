/** Which kind of object, and where. @public */
export type ResourceReference = {
  /** For example `v1` or `apps/v1`. */
  apiVersion: string;
  /** Lower-case plural as in the URL, for example `daemonsets`. */
  plural: string;
  /** `undefined`: cluster-scoped, or all namespaces where a list is meant. */
  namespace?: string;
};

/** Which object. @public */
export type ObjectReference = ResourceReference & { name: string };

/** The parts of `metadata` that this library reads. @public */
export type ObjectMetadata = {
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  managedFields?: unknown[];
};

/** Any Kubernetes object. @public */
export type KubernetesObject = {
  apiVersion?: string;
  kind?: string;
  metadata: ObjectMetadata;
};

/** One page of a list. @public */
export type ObjectList<T extends KubernetesObject = KubernetesObject> = {
  items: T[];
  /** Where a watch may start. */
  resourceVersion: string;
  /** Token of the next page. `undefined`: this was the last. */
  continue?: string;
  /** Number of objects after this page, when the server says so. */
  remainingItemCount?: number;
};

/** What every request takes. @public */
export type RequestOptions = {
  signal?: AbortSignal;
  /** Until the whole answer must be there, in milliseconds. Default 20 000. */
  timeoutMs?: number;
  /** How often to try when the failure looks passing. Default 6. 1: no second try. */
  attempts?: number;
};

/** What every change takes. @public */
export type MutationOptions = RequestOptions & {
  /** Let the server check everything and change nothing. */
  dryRun?: boolean;
};

/** Options of `KubernetesClient.count`. @public */
export type CountOptions = RequestOptions & {
  labelSelector?: string;
  fieldSelector?: string;
};

/** Options of `KubernetesClient.list`. @public */
export type ListOptions = CountOptions & {
  /** Page size. */
  limit?: number;
  /** Token of the previous page. */
  continue?: string;
  /** Ask for `metadata` only (`PartialObjectMetadataList`). */
  metadataOnly?: boolean;
};

/** Options of `KubernetesClient.apply`. @public */
export type ApplyOptions = MutationOptions & {
  /** Take over fields that another field manager owns. */
  force?: boolean;
};

/** Options of `KubernetesClient.delete`. @public */
export type DeleteOptions = MutationOptions & {
  /** Delete only exactly this object. */
  preconditions?: { uid?: string; resourceVersion?: string };
};

/** What the server says about itself at `/version`. @public */
export type ServerVersion = {
  /** For example `v1.34.4-tke.1`. */
  gitVersion: string;
};

/** A request that the other methods do not cover, a watch for example. @public */
export type RawRequest = {
  /** Default `GET`. */
  method?: string;
  /** Absolute path, for example `/api/v1/pods`. */
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  /** Sent as JSON. */
  body?: unknown;
  /** `Content-Type` of the body. Default `application/json`. */
  contentType?: string;
  /** `Accept` header. Default `application/json`. */
  accept?: string;
  signal?: AbortSignal;
  /** Until the head of the answer must be there, in milliseconds. Default 20 000. */
  headTimeoutMs?: number;
};
