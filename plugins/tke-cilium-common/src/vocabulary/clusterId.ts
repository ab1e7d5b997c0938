const CLUSTER_ID = /^cls-[a-z0-9]{8}$/;

/**
 * Whether the value has the shape of a TKE cluster id: `cls-` and eight lower-case letters or digits.
 *
 * @public
 */
export function isClusterId(value: unknown): value is string {
  return typeof value === 'string' && CLUSTER_ID.test(value);
}
