import { randomInt } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const CLUSTER_ID = /^cls-[a-z0-9]{8}$/;

/** A new id with the shape of TKE's. */
export function randomClusterId(): string {
  const suffix = Array.from(
    { length: 8 },
    () => ALPHABET[randomInt(ALPHABET.length)],
  );
  return `cls-${suffix.join('')}`;
}

/** @throws Error when the id has not the shape of TKE's. */
export function checkClusterId(id: string): void {
  if (!CLUSTER_ID.test(id)) {
    throw new Error(
      `${id} is not a TKE cluster id: cls- and eight lower-case letters or digits.`,
    );
  }
}
