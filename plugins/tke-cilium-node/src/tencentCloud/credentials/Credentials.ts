import type { Credential } from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/interface';

/** Gives what calls of the API are signed with. */
export interface Credentials {
  /** @throws `CredentialsError` */
  get(): Promise<Credential>;

  /** Lets go of a credential that the API does not take any more, if it was kept. */
  forget(credential: Credential): void;
}
