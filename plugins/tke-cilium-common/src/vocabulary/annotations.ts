/**
 * Entity annotation that carries the TKE cluster id (`cls-xxxxxxxx`).
 *
 * @remarks
 * An entity carries ids only. The address of the API server and its credentials come from the
 * backend's configuration or the cloud API, so that nobody can point the backend at a server of
 * their own by editing a catalog file.
 *
 * @public
 */
export const CLUSTER_ID_ANNOTATION = 'tencentcloud.com/cluster-id';

/** Entity annotation that carries the Tencent Cloud region, for example `ap-guangzhou`. @public */
export const REGION_ANNOTATION = 'tencentcloud.com/region';

/** Entity annotation that carries the name of the configured Tencent Cloud account. @public */
export const ACCOUNT_ANNOTATION = 'tencentcloud.com/account';

/**
 * Entity annotation with the value `true` of a cluster that is simulated: it is not in Tencent Cloud,
 * and nothing in the console of Tencent Cloud leads to it.
 *
 * @public
 */
export const SIMULATION_ANNOTATION = 'tencentcloud.com/simulation';

/** `spec.type` of the `Resource` entities that stand for a cluster. @public */
export const CLUSTER_ENTITY_TYPE = 'kubernetes-cluster';
