import http from 'node:http';
import https from 'node:https';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/common_client';
import type { Credential } from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/interface';
import { ServiceVersion } from './TencentCloudActions';
import { withoutNulls } from './withoutNulls';

const TIMEOUT_S = 20;

/** One request to a service of Tencent Cloud. */
export type ApiRequest = ServiceVersion & {
  action: string;
  region: string;
  body: object;
  /** Signs the request. Default: it is not signed. */
  credential?: Credential;
  signal?: AbortSignal;
  /** Default: 20. */
  timeoutSeconds?: number;
};

/** Where the services of an account are: sends them single requests, through Tencent Cloud's SDK. */
export class ApiEndpoint {
  readonly #url: URL;
  // Without an agent of its own the SDK would follow http_proxy, even to loopback addresses.
  readonly #agent: http.Agent;

  /** @param url - the configured endpoint of the container service */
  static create(url: URL): ApiEndpoint {
    return new ApiEndpoint(url);
  }

  private constructor(url: URL) {
    this.#url = url;
    this.#agent =
      url.protocol === 'http:'
        ? new http.Agent({ keepAlive: true })
        : new https.Agent({ keepAlive: true });
  }

  /** @throws what the SDK throws; `failureOf` tells what it means */
  async send<Answer>(request: ApiRequest): Promise<Answer> {
    const { service, version, action, region, body, signal } = request;
    const { credential, timeoutSeconds = TIMEOUT_S } = request;
    const host = hostOf(this.#url, service);
    const client = new CommonClient(host, version, {
      credential: credential ?? {},
      region,
      profile: {
        language: 'en-US',
        httpProfile: {
          endpoint: host,
          protocol: `${this.#url.protocol}//`,
          reqTimeout: timeoutSeconds,
          agent: this.#agent,
        },
      },
    });
    const skipSign = credential === undefined;
    return withoutNulls<Answer>(
      await client.request(action, body, { signal, skipSign }),
    );
  }
}

/**
 * Where a service is: beside the container service whose endpoint is configured. An endpoint that
 * does not carry the service's name serves all of them.
 */
export function hostOf(endpoint: URL, service: string): string {
  return endpoint.host.replace(/^tke\./, `${service}.`);
}
