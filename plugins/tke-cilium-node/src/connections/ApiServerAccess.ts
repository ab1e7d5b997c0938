import type { Agent } from 'node:http';

/** Everything that is needed to send a request to one API server. Holds secrets. */
export type ApiServerAccess = {
  server: URL;
  /** Carries the certificate authority and the client certificate, and keeps connections open. */
  agent: Agent;
  /** Authorization and impersonation. */
  headers: Record<string, string>;
  /** One cluster, one user, one context, nothing but inlined credentials. */
  kubeconfig: string;
};

/** Knows how to reach one API server, each time anew. */
export interface AccessSource {
  /** @param refused - one that the API server does not take any more: there may be another */
  access(refused?: ApiServerAccess): Promise<ApiServerAccess>;
}
