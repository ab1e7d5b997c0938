import { ReadinessPhase } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { at } from '../testing/fixtures';
import { findNews, isSettled, Trouble } from './findNews';

describe('findNews', () => {
  it.each<[ReadinessPhase, Trouble | undefined, string | undefined]>([
    ['Degraded', undefined, 'trouble'],
    ['Failed', undefined, 'trouble'],
    ['Unreachable', undefined, 'trouble'],
    ['Degraded', 'Degraded', undefined],
    ['Unreachable', 'Unreachable', undefined],
    ['Failed', 'Degraded', 'trouble'],
    ['Degraded', 'Failed', 'trouble'],
    ['Ready', 'Degraded', 'recovery'],
    ['WaitingForNodes', 'Unreachable', 'recovery'],
    ['Ready', undefined, undefined],
    ['WaitingForNodes', undefined, undefined],
    ['Progressing', 'Degraded', undefined],
    ['Installing', 'Failed', undefined],
    ['NotInstalled', 'Failed', undefined],
    ['Unsupported', 'Failed', undefined],
    ['Progressing', undefined, undefined],
  ])('%s after %s was told is news: %s', (phase, announced, kind) => {
    expect(findNews(phase, announced)).toEqual(kind && { kind, phase });
  });
});

describe('isSettled', () => {
  it.each<[string | undefined, number, boolean]>([
    [at(0), 299, false],
    [at(0), 300, true],
    [undefined, 0, true],
    // The clock of the replica that saw it is ahead.
    [at(60), 0, false],
  ])('since %s, %s s later: %s', (since, seconds, expected) => {
    const now = new Date(at(seconds));
    expect(isSettled(since, { now, settlingMs: 300_000 })).toBe(expected);
  });
});
