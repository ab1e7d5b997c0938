import { Entity } from '@backstage/catalog-model';
import { clusterEntity } from '../testing/clusterEntity';
import { toClusterResource } from './toClusterResource';

const ID = 'cls-abcdefgh';
const entity = (owners: string[], region?: string) =>
  clusterEntity('demo', ID, { owners, region });

describe('toClusterResource', () => {
  it.each<[string, Entity[], { region?: string; owners: string[] }]>([
    [
      'takes region and owners of its entity',
      [entity(['group:default/platform'], 'ap-guangzhou')],
      { region: 'ap-guangzhou', owners: ['group:default/platform'] },
    ],
    ['leaves out what the entity does not say', [entity([])], { owners: [] }],
    [
      'takes nobody for an owner who owns only one of its entities',
      [
        entity(['group:default/platform', 'group:default/network']),
        entity(['group:default/intruders', 'group:default/network']),
      ],
      { owners: ['group:default/network'] },
    ],
    [
      'takes no region that only one of its entities says',
      [entity([], 'ap-guangzhou'), entity([], 'ap-shanghai')],
      { owners: [] },
    ],
  ])('%s', (_, entities, expected) => {
    expect(toClusterResource(ID, entities)).toEqual({
      clusterId: ID,
      region: undefined,
      ...expected,
    });
  });
});
