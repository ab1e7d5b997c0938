import { ReactNode } from 'react';
import { renderHook, waitFor } from '@testing-library/react';
import { TestApiProvider } from '@backstage/test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useClusterEntities } from './useClusterEntities';

it('asks the catalog again when there are other clusters, however many', async () => {
  const getEntities = jest.fn(async () => ({ items: [] }));
  const catalog = { getEntities };
  const wrapper = (props: { children?: ReactNode }) => (
    <TestApiProvider apis={[[catalogApiRef, catalog]]}>
      {props.children}
    </TestApiProvider>
  );
  const { rerender } = renderHook(useClusterEntities, {
    wrapper,
    initialProps: [{ clusterId: 'cls-aaaaaaaa' }],
  });
  await waitFor(() => expect(getEntities).toHaveBeenCalledTimes(1));
  rerender([{ clusterId: 'cls-aaaaaaaa' }]);
  expect(getEntities).toHaveBeenCalledTimes(1);
  rerender([{ clusterId: 'cls-bbbbbbbb' }]);
  await waitFor(() => expect(getEntities).toHaveBeenCalledTimes(2));
});
