import { randomBytes } from 'node:crypto';

/** An id as the cloud gives them: a prefix, and eight lower-case letters or digits. */
export function newId(prefix: string): string {
  const letters = Array.from(randomBytes(8), byte => (byte % 36).toString(36));
  return `${prefix}-${letters.join('')}`;
}
