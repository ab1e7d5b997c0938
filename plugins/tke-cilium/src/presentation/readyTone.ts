import { Tone } from './tone';

/**
 * How it feels that so many of so many are ready.
 *
 * @param settling - the cluster is on its way, so what is missing is expected to come
 */
export function readyTone(
  ready: number,
  desired: number,
  settling: boolean,
): Tone {
  if (desired === 0) {
    return 'neutral';
  }
  if (ready >= desired) {
    return 'success';
  }
  if (settling) {
    return 'info';
  }
  return ready === 0 ? 'danger' : 'warning';
}
