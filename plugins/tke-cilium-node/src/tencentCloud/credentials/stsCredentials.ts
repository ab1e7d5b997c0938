import { readFile } from 'node:fs/promises';
import { ApiEndpoint } from '../ApiEndpoint';
import { failureOf } from '../failureOf';
import { serviceOf } from '../TencentCloudActions';
import type { TencentCloudAccount } from '../TencentCloudAccount';
import type { AssumedRole, StsActions } from '../stsModels';
import { Credentials } from './Credentials';
import { CredentialsError } from './CredentialsError';
import { signedCall } from './signedCall';
import { EndingCredential } from './TemporaryCredentials';

const TIMEOUT_S = 10;

/** What TKE puts into a Pod whose service account has a role. */
const POD_VARIABLES = {
  region: 'TKE_REGION',
  ProviderId: 'TKE_PROVIDER_ID',
  tokenFile: 'TKE_WEB_IDENTITY_TOKEN_FILE',
  RoleArn: 'TKE_ROLE_ARN',
};

/** Assumes a role with the rights of other credentials. */
export async function assumeRole(options: {
  endpoint: ApiEndpoint;
  region: string;
  base: Credentials;
  role: NonNullable<TencentCloudAccount['credentials']['assumeRole']>;
}): Promise<EndingCredential> {
  const { endpoint, region, base, role } = options;
  return ask('AssumeRole', () =>
    signedCall(base, credential =>
      endpoint.send<AssumedRole>({
        ...serviceOf('AssumeRole'),
        action: 'AssumeRole',
        region,
        credential,
        timeoutSeconds: TIMEOUT_S,
        body: {
          RoleArn: role.arn,
          RoleSessionName: role.sessionName,
          ...(role.externalId && { ExternalId: role.externalId }),
        },
      }),
    ),
  );
}

/** Assumes the role of the Pod that the backend runs in, on TKE. */
export async function assumePodRole(
  endpoint: ApiEndpoint,
): Promise<EndingCredential> {
  const { region, ProviderId, tokenFile, RoleArn } = readPodVariables();
  const WebIdentityToken = await readFile(tokenFile, 'utf8').catch(error => {
    throw CredentialsError.ofSource(
      `the token file of the Pod's role cannot be read (${error.code})`,
      true,
    );
  });
  return ask('AssumeRoleWithWebIdentity', () =>
    endpoint.send<AssumedRole>({
      ...serviceOf('AssumeRoleWithWebIdentity'),
      action: 'AssumeRoleWithWebIdentity',
      region,
      timeoutSeconds: TIMEOUT_S,
      body: {
        ProviderId,
        WebIdentityToken,
        RoleArn,
        RoleSessionName: 'tke-cilium',
      },
    }),
  );
}

async function ask(
  action: keyof StsActions,
  call: () => Promise<AssumedRole>,
): Promise<EndingCredential> {
  try {
    const { Credentials: credentials, ExpiredTime: endsAtSeconds } =
      await call();
    return {
      credential: {
        secretId: credentials.TmpSecretId,
        secretKey: credentials.TmpSecretKey,
        token: credentials.Token,
      },
      endsAt: endsAtSeconds * 1000,
    };
  } catch (error) {
    throw error instanceof CredentialsError
      ? error
      : CredentialsError.ofCall(action, failureOf(error));
  }
}

function readPodVariables(): typeof POD_VARIABLES {
  const entries = Object.entries(POD_VARIABLES).map(([member, name]) => {
    const value = process.env[name];
    if (!value) {
      throw CredentialsError.ofSource(
        `the variable ${name} is not set, which TKE gives to a Pod with a role`,
        true,
      );
    }
    return [member, value];
  });
  return Object.fromEntries(entries);
}
