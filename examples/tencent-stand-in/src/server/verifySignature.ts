import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { IncomingHttpHeaders } from 'node:http';
import { Sessions } from '../state/Sessions';
import { ApiError } from './ApiError';

/** What a signature is checked against. */
export type SignedRequest = {
  headers: IncomingHttpHeaders;
  body: Buffer;
};

const AUTHORIZATION =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d\d-\d\d)\/([^/]+)\/tc3_request, SignedHeaders=([a-z;-]+), Signature=([0-9a-f]{64})$/;
const VALID_SECONDS = 300;
/** The only action that nobody signs. */
const UNSIGNED = 'AssumeRoleWithWebIdentity';

/** Whose signatures are right: the owner of the key, and who was given a temporary one. */
export type Signers = {
  secretId: string;
  secretKey: string;
  sessions: Sessions;
};

/**
 * Checks the signature of version 3 (TC3-HMAC-SHA256).
 *
 * @remarks
 * The Node SDK signs the host without its port, the Go SDK with it: either is right.
 *
 * @throws {@link ApiError} `AuthFailure.*`
 */
export function verifySignature(
  request: SignedRequest,
  signers: Signers,
  now: number,
): void {
  const { headers, body } = request;
  if (headers.authorization === 'SKIP' && headers['x-tc-action'] === UNSIGNED) {
    return;
  }
  const match = AUTHORIZATION.exec(headers.authorization ?? '');
  if (!match) {
    throw new ApiError(
      'AuthFailure.InvalidAuthorization',
      'The Authorization header is not a signature of version 3.',
    );
  }
  const [, secretId, date, service, signedHeaders, signature] = match;
  const secretKey = secretKeyOf(secretId, headers['x-tc-token'], signers);
  const timestamp = Number(headers['x-tc-timestamp']);
  const expired = Math.abs(now / 1000 - timestamp) > VALID_SECONDS;
  if (
    expired ||
    date !== new Date(timestamp * 1000).toISOString().slice(0, 10)
  ) {
    throw new ApiError(
      'AuthFailure.SignatureExpire',
      'The signature has expired.',
    );
  }
  const hosts = [headers.host ?? '', (headers.host ?? '').replace(/:\d+$/, '')];
  const right = hosts.some(host =>
    timingSafeEqual(
      Buffer.from(signature, 'hex'),
      sign({
        secretKey,
        headers,
        body,
        host,
        timestamp,
        date,
        service,
        signedHeaders,
      }),
    ),
  );
  if (!right) {
    throw new ApiError(
      'AuthFailure.SignatureFailure',
      'The provided credentials could not be validated.',
    );
  }
}

function secretKeyOf(
  secretId: string,
  token: unknown,
  { sessions, ...owner }: Signers,
): string {
  if (secretId === owner.secretId) {
    return owner.secretKey;
  }
  const session = sessions.find(secretId);
  if (!session && token === undefined) {
    throw new ApiError(
      'AuthFailure.SecretIdNotFound',
      'The SecretId is not found.',
    );
  }
  if (session?.token !== token) {
    throw new ApiError('AuthFailure.TokenFailure', 'The token is not valid.');
  }
  return session!.secretKey;
}

function sign(options: {
  secretKey: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  host: string;
  timestamp: number;
  date: string;
  service: string;
  signedHeaders: string;
}): Buffer {
  const { secretKey, headers, body, host, timestamp, date, service } = options;
  const canonicalHeaders = options.signedHeaders
    .split(';')
    .map(name => `${name}:${name === 'host' ? host : headers[name]}\n`)
    .join('');
  const canonicalRequest = [
    'POST',
    '/',
    '',
    canonicalHeaders,
    options.signedHeaders,
    sha256(body),
  ].join('\n');
  const toSign = [
    'TC3-HMAC-SHA256',
    timestamp,
    `${date}/${service}/tc3_request`,
    sha256(Buffer.from(canonicalRequest)),
  ].join('\n');
  const key = [date, service, 'tc3_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `TC3${secretKey}`,
  );
  return createHmac('sha256', key).update(toSign).digest();
}

function sha256(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
