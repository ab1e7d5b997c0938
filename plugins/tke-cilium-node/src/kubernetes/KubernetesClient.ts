import type { IncomingMessage } from 'node:http';
import type { JsonPatchOperation } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  ApplyOptions,
  CountOptions,
  DeleteOptions,
  KubernetesObject,
  ListOptions,
  MutationOptions,
  ObjectList,
  ObjectReference,
  RawRequest,
  RequestOptions,
  ResourceReference,
  ServerVersion,
} from './types';

/**
 * The small part of a Kubernetes API server that this product uses.
 *
 * @remarks
 * Every method throws {@link KubernetesError} for whatever the server or the connection says, the
 * reason of `signal` when it was aborted, and `ServiceUnavailableError` when there are no
 * credentials (yet). Failures that pass are retried as `retry` says.
 *
 * @public
 */
export interface KubernetesClient {
  readonly clusterId: string;

  /** `undefined`: there is no such object, or its kind is not registered. */
  get<T extends KubernetesObject = KubernetesObject>(
    reference: ObjectReference,
    options?: RequestOptions,
  ): Promise<T | undefined>;

  /** One page. See {@link listAll} for all of them. */
  list<T extends KubernetesObject = KubernetesObject>(
    resource: ResourceReference,
    options?: ListOptions,
  ): Promise<ObjectList<T>>;

  /** How many objects there are. Hardly anything of them is transferred. */
  count(resource: ResourceReference, options?: CountOptions): Promise<number>;

  /** Server-side apply with this product's field manager. */
  apply<T extends KubernetesObject = KubernetesObject>(
    reference: ObjectReference,
    object: KubernetesObject,
    options?: ApplyOptions,
  ): Promise<T>;

  /** JSON patch. A `test` operation that does not hold is a conflict, see {@link isConflict}. */
  patch<T extends KubernetesObject = KubernetesObject>(
    reference: ObjectReference,
    operations: JsonPatchOperation[],
    options?: MutationOptions,
  ): Promise<T>;

  /**
   * Never tried a second time once the server may have seen it: after an error whose outcome is
   * unknown, read the object to learn whether it was made.
   */
  create<T extends KubernetesObject = KubernetesObject>(
    resource: ResourceReference,
    object: KubernetesObject,
    options?: MutationOptions,
  ): Promise<T>;

  /** Replaces the object. With `metadata.resourceVersion` only if it is still that version. */
  replace<T extends KubernetesObject = KubernetesObject>(
    reference: ObjectReference,
    object: KubernetesObject,
    options?: MutationOptions,
  ): Promise<T>;

  /** Does nothing when there is no such object, or not the one that the preconditions mean. */
  delete(reference: ObjectReference, options?: DeleteOptions): Promise<void>;

  serverVersion(options?: RequestOptions): Promise<ServerVersion>;

  /**
   * One try of anything else. Resolves with the head of a 2xx answer; the body streams until it
   * ends or `signal` is aborted.
   */
  request(request: RawRequest): Promise<IncomingMessage>;
}
