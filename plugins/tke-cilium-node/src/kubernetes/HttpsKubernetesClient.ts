import type { IncomingMessage } from 'node:http';
import {
  FIELD_MANAGER,
  JsonPatchOperation,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { AccessSource } from '../connections/ApiServerAccess';
import { unlessAborted } from '../retry/unlessAborted';
import { apiPath, describeReference } from './apiPath';
import { Deadline } from './Deadline';
import { KubernetesClient } from './KubernetesClient';
import { isKubernetesError, KubernetesError } from './KubernetesError';
import { retry } from './retry';
import {
  readBody,
  RequestSubject,
  sendRequest,
  SentRequest,
} from './sendRequest';
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

const TIMEOUT_MS = 20_000;
const METADATA_ONLY =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
/** What the server would print: of each object one row, which is all that counting needs. */
const TABLE = 'application/json;as=Table;g=meta.k8s.io;v=v1';
const ROWS_PER_PAGE = 500;

/**
 * Talks to an API server over HTTPS with the credentials of a kubeconfig.
 *
 * @remarks
 * `@kubernetes/client-node` does authentication and TLS. Its generated API classes are not used:
 * they know neither time limits nor Retry-After, and each kind would need its own class.
 */
export class HttpsKubernetesClient implements KubernetesClient {
  readonly clusterId: string;
  readonly #access: AccessSource['access'];

  static create(options: {
    clusterId: string;
    access: AccessSource['access'];
  }): HttpsKubernetesClient {
    return new HttpsKubernetesClient(options.clusterId, options.access);
  }

  private constructor(clusterId: string, access: AccessSource['access']) {
    this.clusterId = clusterId;
    this.#access = access;
  }

  async get<T extends KubernetesObject = KubernetesObject>(
    reference: ObjectReference,
    options?: RequestOptions,
  ): Promise<T | undefined> {
    try {
      return await this.#call<T>(
        'get',
        reference,
        { path: apiPath(reference) },
        options,
      );
    } catch (error) {
      if (isKubernetesError(error) && error.status === 404) {
        return undefined;
      }
      throw error;
    }
  }

  async list<T extends KubernetesObject = KubernetesObject>(
    resource: ResourceReference,
    options?: ListOptions,
  ): Promise<ObjectList<T>> {
    const { labelSelector, fieldSelector, limit } = options ?? {};
    const answer = await this.#call<{
      items?: T[];
      metadata: {
        resourceVersion: string;
        continue?: string;
        remainingItemCount?: number;
      };
    }>(
      'list',
      resource,
      {
        path: apiPath(resource),
        query: {
          labelSelector,
          fieldSelector,
          limit,
          continue: options?.continue,
        },
        accept: options?.metadataOnly ? METADATA_ONLY : undefined,
      },
      options,
    );
    return {
      items: answer.items ?? [],
      resourceVersion: answer.metadata.resourceVersion,
      continue: answer.metadata.continue || undefined,
      remainingItemCount: answer.metadata.remainingItemCount,
    };
  }

  async count(
    resource: ResourceReference,
    options?: CountOptions,
  ): Promise<number> {
    const { labelSelector, fieldSelector } = options ?? {};
    // With a selector the server does not say how many remain, and all must come.
    const limit = labelSelector || fieldSelector ? ROWS_PER_PAGE : 1;
    let count = 0;
    let token: string | undefined;
    do {
      const { rows, metadata } = await this.#call<{
        rows?: unknown[];
        metadata: { continue?: string; remainingItemCount?: number };
      }>(
        'list',
        resource,
        {
          path: apiPath(resource),
          query: {
            labelSelector,
            fieldSelector,
            includeObject: 'None',
            limit,
            continue: token,
          },
          accept: TABLE,
        },
        options,
      );
      count += rows?.length ?? 0;
      if (metadata.remainingItemCount !== undefined) {
        return count + metadata.remainingItemCount;
      }
      token = metadata.continue;
    } while (token);
    return count;
  }

  async apply<T extends KubernetesObject = KubernetesObject>(
    reference: ObjectReference,
    object: KubernetesObject,
    options?: ApplyOptions,
  ): Promise<T> {
    return this.#call<T>(
      'apply',
      reference,
      {
        method: 'PATCH',
        path: apiPath(reference),
        query: {
          ...mutationQuery(options),
          fieldValidation: 'Strict',
          force: options?.force,
        },
        contentType: 'application/apply-patch+yaml',
        body: object,
      },
      options,
    );
  }

  async patch<T extends KubernetesObject = KubernetesObject>(
    reference: ObjectReference,
    operations: JsonPatchOperation[],
    options?: MutationOptions,
  ): Promise<T> {
    return this.#call<T>(
      'patch',
      reference,
      {
        method: 'PATCH',
        path: apiPath(reference),
        query: mutationQuery(options),
        contentType: 'application/json-patch+json',
        body: operations,
      },
      options,
    );
  }

  async create<T extends KubernetesObject = KubernetesObject>(
    resource: ResourceReference,
    object: KubernetesObject,
    options?: MutationOptions,
  ): Promise<T> {
    return this.#call<T>(
      'create',
      resource,
      {
        method: 'POST',
        path: apiPath(resource),
        query: mutationQuery(options),
        body: object,
      },
      options,
      false,
    );
  }

  async replace<T extends KubernetesObject = KubernetesObject>(
    reference: ObjectReference,
    object: KubernetesObject,
    options?: MutationOptions,
  ): Promise<T> {
    return this.#call<T>(
      'update',
      reference,
      {
        method: 'PUT',
        path: apiPath(reference),
        query: mutationQuery(options),
        body: object,
      },
      options,
    );
  }

  async delete(
    reference: ObjectReference,
    options?: DeleteOptions,
  ): Promise<void> {
    const { preconditions } = options ?? {};
    try {
      await this.#call(
        'delete',
        reference,
        {
          method: 'DELETE',
          path: apiPath(reference),
          query: { dryRun: options?.dryRun ? 'All' : undefined },
          body: preconditions && {
            apiVersion: 'v1',
            kind: 'DeleteOptions',
            preconditions,
          },
        },
        options,
      );
    } catch (error) {
      const gone =
        isKubernetesError(error) &&
        (error.status === 404 || (preconditions && error.status === 409));
      if (!gone) {
        throw error;
      }
    }
  }

  async serverVersion(options?: RequestOptions): Promise<ServerVersion> {
    return this.#call<ServerVersion>(
      'get',
      '/version',
      { path: '/version' },
      options,
    );
  }

  async request(request: RawRequest): Promise<IncomingMessage> {
    const { signal, headTimeoutMs = TIMEOUT_MS } = request;
    const subject = this.#subject(
      request.method?.toLowerCase() ?? 'get',
      request.path,
    );
    const deadline = startDeadline(signal, headTimeoutMs, subject);
    try {
      return await this.#send(request, subject, deadline.signal);
    } finally {
      deadline.dispose();
    }
  }

  /**
   * Sends a request with the access that there is, and once more with another when the API server
   * does not take it any more: a certificate may have been replaced.
   *
   * @param signal - ends the wait for an access
   */
  async #send(
    request: SentRequest,
    subject: RequestSubject,
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    const access = await unlessAborted(this.#access(), signal);
    try {
      return await sendRequest(access, request, subject);
    } catch (error) {
      if (!isKubernetesError(error) || error.status !== 401) {
        throw error;
      }
      const next = await unlessAborted(this.#access(access), signal);
      if (next === access) {
        throw error;
      }
      return sendRequest(next, request, subject);
    }
  }

  #subject(
    verb: string,
    target: ResourceReference | ObjectReference | string,
  ): RequestSubject {
    return {
      clusterId: this.clusterId,
      verb,
      object: typeof target === 'string' ? target : describeReference(target),
    };
  }

  async #call<T>(
    verb: string,
    target: ResourceReference | ObjectReference | string,
    request: RawRequest,
    options?: RequestOptions,
    idempotent = true,
  ): Promise<T> {
    const subject = this.#subject(verb, target);
    const { signal, attempts } = options ?? {};
    return retry(() => this.#attempt<T>(request, subject, options ?? {}), {
      signal,
      attempts,
      idempotent,
    });
  }

  async #attempt<T>(
    request: RawRequest,
    subject: RequestSubject,
    options: RequestOptions,
  ): Promise<T> {
    const { signal: caller, timeoutMs = TIMEOUT_MS } = options;
    const deadline = startDeadline(caller, timeoutMs, subject);
    const { signal } = deadline;
    try {
      const response = await this.#send(
        { ...request, compressed: true, signal, headTimeoutMs: timeoutMs },
        subject,
        signal,
      );
      return JSON.parse(await readBody(response, subject, signal));
    } catch (error) {
      caller?.throwIfAborted();
      throw error instanceof SyntaxError
        ? new KubernetesError({
            ...subject,
            reason: 'InvalidAnswer',
            detail: 'the answer is not JSON',
          })
        : error;
    } finally {
      deadline.dispose();
    }
  }
}

function startDeadline(
  caller: AbortSignal | undefined,
  milliseconds: number,
  subject: RequestSubject,
): Deadline {
  return Deadline.start(
    caller,
    milliseconds,
    new KubernetesError({
      ...subject,
      reason: 'Timeout',
      detail: `no complete answer within ${milliseconds / 1000} seconds`,
    }),
  );
}

function mutationQuery(options?: MutationOptions) {
  return {
    fieldManager: FIELD_MANAGER,
    dryRun: options?.dryRun ? 'All' : undefined,
  };
}
