import {
  CvmRoleCredential,
  EnvironmentVariableCredential,
  OIDCRoleArnCredential,
  ProfileCredential,
  STSCredential,
} from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/credential';
import type {
  Credential,
  DynamicCredential,
} from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/interface';
import { TencentCloudAccount } from './TencentCloudAccount';

const TIMEOUT_MS = 10_000;

/**
 * Gives the credentials of one account, from the SDK's own providers.
 *
 * @remarks
 * The SDK keeps the promise of a failed attempt and fails with it for ever (STS, OIDC and CVM
 * roles), so a provider that failed is replaced. The CVM role's metadata address has no time limit
 * of its own and never answers outside of a CVM.
 */
export class AccountCredentials {
  readonly #account: TencentCloudAccount;
  #provider: DynamicCredential | undefined;

  static create(account: TencentCloudAccount): AccountCredentials {
    return new AccountCredentials(account);
  }

  private constructor(account: TencentCloudAccount) {
    this.#account = account;
  }

  /** @throws whatever the provider says, or that it did not answer in time */
  async get(): Promise<Credential> {
    this.#provider ??= createProvider(this.#account);
    const { source } = this.#account.credentials;
    let timer: NodeJS.Timeout | undefined;
    try {
      const credential = await Promise.race([
        this.#provider.getCredential(),
        new Promise<never>((_, reject) => {
          timer = setTimeout(
            () =>
              reject(
                new Error(
                  `the source "${source}" did not answer within ${
                    TIMEOUT_MS / 1000
                  } s`,
                ),
              ),
            TIMEOUT_MS,
          );
        }),
      ]);
      // Where a variable is not set, the SDK would sign with the word "undefined".
      if (!credential.secretId || !credential.secretKey) {
        throw new Error(`the source "${source}" has no complete key`);
      }
      return credential;
    } catch (error) {
      this.#provider = undefined;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}

function createProvider(account: TencentCloudAccount): DynamicCredential {
  const { assumeRole } = account.credentials;
  const provider = createSource(account.credentials);
  return assumeRole
    ? new STSCredential(
        { credential: provider, region: account.regions[0] },
        {
          RoleArn: assumeRole.arn,
          RoleSessionName: assumeRole.sessionName,
          ...(assumeRole.externalId && { ExternalId: assumeRole.externalId }),
        },
      )
    : provider;
}

function createSource(
  credentials: TencentCloudAccount['credentials'],
): DynamicCredential {
  const { source, secretId, secretKey } = credentials;
  switch (source) {
    case 'environment':
      return new EnvironmentVariableCredential();
    case 'profile':
      return new ProfileCredential();
    case 'instanceRole':
      return new CvmRoleCredential();
    case 'podIdentity':
      return new OIDCRoleArnCredential();
    default:
      return { getCredential: async () => ({ secretId, secretKey }) };
  }
}
