import type { TencentCloudActions } from './TencentCloudActions';

/** Options of {@link TencentCloudApi.call}. @public */
export type CallOptions = {
  region: string;
  /** What the call is about, for messages: `cluster cls-abcdefgh`. */
  subject?: string;
  signal?: AbortSignal;
};

/** The API of Tencent Cloud, with the rights of one account. @public */
export interface TencentCloudApi {
  /**
   * @throws `TencentCloudError` when it failed, also after new attempts where they are safe; the
   * signal's reason when it was aborted
   */
  call<A extends keyof TencentCloudActions>(
    action: A,
    request: TencentCloudActions[A][0],
    options: CallOptions,
  ): Promise<TencentCloudActions[A][1]>;
}
