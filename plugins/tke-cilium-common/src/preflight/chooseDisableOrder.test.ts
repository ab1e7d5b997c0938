import { getInstallProfile } from '../profiles/installProfiles';
import { ClusterSnapshot, NodeKind } from '../snapshot/types';
import { chooseDisableOrder } from './chooseDisableOrder';

it.each<[string, NodeKind[], string]>([
  ['guide-2026-08', [], 'before-install'],
  ['guide-2026-08', ['super'], 'before-install'],
  ['guide-2026-08', ['super', 'native'], 'after-install'],
  ['guide-2026-08', ['unknown'], 'after-install'],
  ['guide-2025-11', [], 'after-install'],
  ['guide-2025-11', ['regular'], 'after-install'],
])('%s with nodes %j: %s', (profile, kinds, expected) => {
  const snapshot = { nodes: kinds.map(kind => ({ kind })) } as ClusterSnapshot;

  expect(chooseDisableOrder(getInstallProfile(profile), snapshot)).toBe(
    expected,
  );
});
