import type { Fault } from '../faults/types';
import { faultOf } from './faultCommands';

describe('faultOf', () => {
  it.each<[Fault['kind'], object, Fault]>([
    [
      'crash-loop-back-off',
      {},
      { kind: 'crash-loop-back-off', component: 'agent' },
    ],
    [
      'image-pull-back-off',
      { node: 'a' },
      { kind: 'image-pull-back-off', component: 'agent', node: 'a' },
    ],
    ['stuck-taint', { node: 'a' }, { kind: 'stuck-taint', node: 'a' }],
    [
      'pool-out-of-resources',
      { pool: 'p' },
      { kind: 'pool-out-of-resources', pool: 'p' },
    ],
  ])('makes %s with %j', (kind, options, expected) => {
    expect(faultOf(kind, { component: 'agent', ...options })).toEqual(expected);
  });

  it.each<[Fault['kind'], string]>([
    ['node-not-ready', '--node'],
    ['agent-missing', '--node'],
    ['pool-out-of-resources', '--pool'],
  ])('says that %s needs %s', (kind, option) => {
    expect(() => faultOf(kind, { component: 'agent' })).toThrow(option);
  });
});
