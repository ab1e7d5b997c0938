import {
  CvmRoleCredential,
  EnvironmentVariableCredential,
  ProfileCredential,
} from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/credential';
import { ApiEndpoint } from '../ApiEndpoint';
import { TencentCloudAccount } from '../TencentCloudAccount';
import { Credentials } from './Credentials';
import { ProviderCredentials } from './ProviderCredentials';
import { assumePodRole, assumeRole } from './stsCredentials';
import { TemporaryCredentials } from './TemporaryCredentials';

/** The credentials of an account: from their source, or of the role that is assumed with those. */
export function accountCredentials(
  { credentials, regions }: TencentCloudAccount,
  endpoint: ApiEndpoint,
): Credentials {
  const base = fromSource(credentials, endpoint);
  const { assumeRole: role } = credentials;
  return role
    ? TemporaryCredentials.create(() =>
        assumeRole({ endpoint, region: regions[0], base, role }),
      )
    : base;
}

function fromSource(
  { source, secretId, secretKey }: TencentCloudAccount['credentials'],
  endpoint: ApiEndpoint,
): Credentials {
  switch (source) {
    case 'environment':
      return ProviderCredentials.create(
        source,
        () => new EnvironmentVariableCredential(),
      );
    case 'profile':
      return ProviderCredentials.create(source, () => new ProfileCredential());
    case 'instanceRole':
      return ProviderCredentials.create(source, () => new CvmRoleCredential());
    case 'podIdentity':
      // The SDK's own provider knows no other endpoint, and loses the code of an error.
      return TemporaryCredentials.create(() => assumePodRole(endpoint));
    default:
      return {
        get: async () => ({ secretId, secretKey }),
        forget: () => {},
      };
  }
}
