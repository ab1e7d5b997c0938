import {
  KubernetesError,
  type KubernetesErrorOptions,
} from './KubernetesError';
import { isRetryable, retry, retryOnConflict } from './retry';

function failure(options: Partial<KubernetesErrorOptions>): KubernetesError {
  return new KubernetesError({
    clusterId: 'cls-abcdefgh',
    verb: 'patch',
    object: 'daemonsets.apps kube-system/kube-proxy',
    reason: 'Unknown',
    detail: 'it failed.',
    ...options,
  });
}

describe('isRetryable', () => {
  it.each([
    { error: failure({ status: 429 }), idempotent: true, create: true },
    {
      error: failure({ reason: 'ECONNREFUSED' }),
      idempotent: true,
      create: true,
    },
    { error: failure({ status: 500 }), idempotent: true, create: false },
    { error: failure({ status: 503 }), idempotent: true, create: false },
    { error: failure({ status: 504 }), idempotent: true, create: false },
    {
      error: failure({ reason: 'ECONNRESET' }),
      idempotent: true,
      create: false,
    },
    { error: failure({ reason: 'Timeout' }), idempotent: true, create: false },
    { error: failure({ status: 400 }), idempotent: false, create: false },
    { error: failure({ status: 401 }), idempotent: false, create: false },
    { error: failure({ status: 403 }), idempotent: false, create: false },
    { error: failure({ status: 404 }), idempotent: false, create: false },
    { error: failure({ status: 409 }), idempotent: false, create: false },
    { error: failure({ status: 422 }), idempotent: false, create: false },
    {
      error: failure({ reason: 'CERT_HAS_EXPIRED' }),
      idempotent: false,
      create: false,
    },
    {
      error: failure({ reason: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }),
      idempotent: false,
      create: false,
    },
    { error: new Error('bug'), idempotent: false, create: false },
  ])(
    '$error.status $error.reason: $idempotent, for a create: $create',
    ({ error, idempotent, create }) => {
      expect(isRetryable(error)).toBe(idempotent);
      expect(isRetryable(error, false)).toBe(create);
    },
  );
});

describe('retry', () => {
  it('tries again until it works', async () => {
    let count = 0;
    const result = await retry(async () => {
      count += 1;
      if (count < 3) {
        throw failure({ status: 503 });
      }
      return count;
    }, {});
    expect(result).toBe(3);
  });

  it('waits as long as the server asks for', async () => {
    const startedAt = Date.now();
    let failed = false;
    await retry(async () => {
      if (!failed) {
        failed = true;
        throw failure({ status: 429, retryAfterSeconds: 1 });
      }
    }, {});
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(990);
  });

  it('ends at once when it is aborted', async () => {
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(new Error('cancelled')), 50);
    const startedAt = Date.now();
    await expect(
      retry(
        async () => {
          throw failure({ status: 429, retryAfterSeconds: 30 });
        },
        { signal: cancel.signal },
      ),
    ).rejects.toThrow('cancelled');
    expect(Date.now() - startedAt).toBeLessThan(500);
  });

  it('gives up after the given attempts with the last error', async () => {
    let count = 0;
    await expect(
      retry(
        async () => {
          count += 1;
          throw failure({ status: 500, detail: `try ${count}` });
        },
        { attempts: 2 },
      ),
    ).rejects.toThrow(/try 2/);
  });
});

describe('retryOnConflict', () => {
  it.each([
    { conflict: failure({ status: 409, verb: 'update' }) },
    { conflict: failure({ status: 422, verb: 'patch' }) },
  ])('decides anew after $conflict.status', async ({ conflict }) => {
    let count = 0;
    await retryOnConflict(async () => {
      count += 1;
      if (count === 1) {
        throw conflict;
      }
    }, {});
    expect(count).toBe(2);
  });

  it('does not repeat what the server refuses', async () => {
    await expect(
      retryOnConflict(async () => {
        throw failure({ status: 422, verb: 'apply' });
      }, {}),
    ).rejects.toThrow(/422/);
  });
});

it('says what, where, why and what next', () => {
  expect(
    failure({ status: 403, reason: 'Forbidden', detail: 'you may not.' })
      .message,
  ).toBe(
    'Cluster cls-abcdefgh: could not patch daemonsets.apps kube-system/kube-proxy: you may not (403 Forbidden). Grant the user of this connection the verb "patch" on daemonsets.apps kube-system/kube-proxy.',
  );
});
