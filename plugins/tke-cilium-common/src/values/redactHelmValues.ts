import { HelmValuesDifference } from './diffHelmValues';
import { HelmValue, HelmValues, isHelmMap } from './helmValues';

const REDACTED = '***';
const SECRET_KEY = /(password|token|clientSecret)$/i;

/**
 * A copy of the values that may be shown: private keys, passwords and tokens are replaced by `***`.
 *
 * @remarks
 * The chart takes private keys as `tls.ca.key`, `hubble.tls.server.key` and the like. Keys named
 * `key` elsewhere, in tolerations for example, are no secrets and stay.
 *
 * @public
 */
export function redactHelmValues(values: HelmValues): HelmValues {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, redact(value, [key])]),
  );
}

/**
 * The same for a list of differences.
 *
 * @public
 */
export function redactHelmValuesDifferences(
  differences: readonly HelmValuesDifference[],
): HelmValuesDifference[] {
  return differences.map(({ path, left, right }) => {
    const keys = path.split('.');
    return {
      path,
      ...(left !== undefined && { left: redact(left, keys) }),
      ...(right !== undefined && { right: redact(right, keys) }),
    };
  });
}

function redact(value: HelmValue, path: readonly string[]): HelmValue {
  if (Array.isArray(value)) {
    return value.map(item => redact(item, path));
  }
  if (isHelmMap(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        redact(inner, [...path, key]),
      ]),
    );
  }
  return value && isSecret(path) ? REDACTED : value;
}

function isSecret(path: readonly string[]): boolean {
  const key = path[path.length - 1];
  return SECRET_KEY.test(key) || (key === 'key' && path.includes('tls'));
}
