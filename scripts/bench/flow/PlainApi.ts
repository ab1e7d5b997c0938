import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/common_client';
import { FORM } from './form';

const GIVE_UP_MS = 180_000;

/** One account of Tencent Cloud, as the configuration of a backend has it. */
export type Account = {
  endpoint: string;
  credentials: { secretId: string; secretKey: string };
};

/** Tencent Cloud's SDK as a script uses it: without more attempts, and with pauses that are always the same. */
export class PlainApi {
  readonly #account: Account;
  readonly #pauseMs: number;
  // Without one of its own the SDK would follow http_proxy, even to loopback addresses.
  readonly #agent = new http.Agent({ keepAlive: true });

  static create(account: Account, pauseMs: number): PlainApi {
    return new PlainApi(account, pauseMs);
  }

  private constructor(account: Account, pauseMs: number) {
    this.#account = account;
    this.#pauseMs = pauseMs;
  }

  async call<Answer>(
    action: string,
    request: object,
    version = '2018-05-25',
  ): Promise<Answer> {
    const { credentials: credential, endpoint } = this.#account;
    const { host, protocol } = new URL(endpoint);
    const client = new CommonClient(host, version, {
      credential,
      region: FORM.region,
      profile: {
        httpProfile: {
          endpoint: host,
          protocol: `${protocol}//`,
          agent: this.#agent,
        },
      },
    });
    return client.request(action, request);
  }

  /** `until …; do sleep 5; done` */
  async until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + GIVE_UP_MS;
    while (!(await isSo())) {
      if (Date.now() > deadline) {
        throw new Error(`The script waited in vain for ${what}`);
      }
      await sleep(this.#pauseMs);
    }
  }
}
