import type { Credential } from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/interface';
import { unlessAborted } from '../../retry/unlessAborted';
import { Credentials } from './Credentials';

/** A token that ended or was revoked, or the key that belongs to it. */
const REFUSED_TOKEN =
  /^AuthFailure\.(TokenFailure|InvalidSecretId|SecretIdNotFound|SignatureFailure)$/;

/**
 * Makes a call with a credential, and once more when the API does not take one that was kept and
 * there is another. Nothing was carried out then, so that is safe with every action.
 */
export async function signedCall<T>(
  credentials: Credentials,
  call: (credential: Credential) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const kept = await unlessAborted(credentials.get(), signal);
  try {
    return await call(kept);
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (!REFUSED_TOKEN.test(code)) {
      throw error;
    }
    credentials.forget(kept);
    const next = await unlessAborted(credentials.get(), signal);
    if (next.secretId === kept.secretId) {
      throw error;
    }
    return call(next);
  }
}
