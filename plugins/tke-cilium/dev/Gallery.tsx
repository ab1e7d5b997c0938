import { Flex, Link, Text } from '@backstage/ui';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  CLUSTER_ENTITY_TYPE,
  CLUSTER_ID_ANNOTATION,
  SIMULATION_ANNOTATION,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { useSearchParams } from 'react-router-dom';
import { CiliumCard, CiliumContent, FleetPage } from '../src/components';
import { CannedForm } from './CannedForm';
import { STATES } from './CannedApi';

function annotationsOf(state: string): Record<string, string> | undefined {
  switch (state) {
    case 'noAnnotation':
      return undefined;
    case 'simulation':
      return {
        [CLUSTER_ID_ANNOTATION]: state,
        [SIMULATION_ANNOTATION]: 'true',
      };
    default:
      return { [CLUSTER_ID_ANNOTATION]: state };
  }
}

function entityOf(state: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: state.toLocaleLowerCase('en-US'),
      annotations: annotationsOf(state),
    },
    spec: { type: CLUSTER_ENTITY_TYPE },
  };
}

/** Every state of the card side by side, or one of them as the card or as the tab. */
export function Gallery() {
  const [search] = useSearchParams();
  if (search.get('view') === 'fleet') {
    return <FleetPage />;
  }
  if (search.get('view') === 'form') {
    const account = search.get('state') ?? 'simulation';
    return (
      <CannedForm
        key={account}
        account={account}
        theme={search.get('theme') === 'bui' ? 'bui' : 'mui'}
      />
    );
  }
  const state = search.get('state');
  if (state) {
    const view = search.get('view') ?? 'card';
    return (
      <EntityProvider entity={entityOf(state)}>
        <div
          style={{ padding: 24, maxWidth: search.get('width') ?? undefined }}
        >
          {view === 'tab' ? <CiliumContent /> : <CiliumCard />}
        </div>
      </EntityProvider>
    );
  }
  return (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 36rem), 1fr))',
        gap: 24,
        padding: 24,
        alignItems: 'start',
      }}
    >
      {STATES.map(name => (
        <Flex key={name} direction="column" gap="2">
          <Text as="h2" variant="body-medium" weight="bold">
            {name} <Link href={`?state=${name}`}>card</Link>{' '}
            <Link href={`?state=${name}&view=tab`}>tab</Link>
          </Text>
          <EntityProvider entity={entityOf(name)}>
            <CiliumCard />
          </EntityProvider>
        </Flex>
      ))}
    </div>
  );
}
