import { ComponentProps } from 'react';
import { Content, Header, Page } from '@backstage/core-components';
import { useTexts } from '../../translation';
import { FleetPage } from './FleetPage';

/** The fleet with the header that the old frontend system leaves to its pages. */
export function LegacyFleetPage(props: ComponentProps<typeof FleetPage>) {
  const { t } = useTexts();
  return (
    <Page themeId="tool">
      <Header title={t('fleet.title')} />
      <Content>
        <FleetPage {...props} />
      </Content>
    </Page>
  );
}
