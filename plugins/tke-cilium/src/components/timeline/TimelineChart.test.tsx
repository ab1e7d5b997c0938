import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CANNED_CLUSTERS } from '../../../dev/cannedClusters';
import { cannedTimeline } from '../../../dev/cannedTimeline';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { TimelineChart } from './TimelineChart';

const { history } = CANNED_CLUSTERS.degraded;

/** Four minutes after the last change, however long the test has been running. */
const NOW = Date.parse(history[0].at) + 4 * 60_000;

function renderChart(
  transitions = cannedTimeline(history),
  language: 'en' | 'zh' = 'en',
) {
  return renderForEntity(
    <TimelineChart transitions={transitions} now={NOW} />,
    { getCluster: async () => CANNED_CLUSTERS.degraded, language },
  );
}

const bands = () =>
  [...document.querySelectorAll('[title]')].map(({ title }: any) => title);

describe('TimelineChart', () => {
  it('shows a week when the changes go back further than a day', async () => {
    renderChart();
    expect(
      await screen.findByRole('img', {
        name: /^States over the last 7 days: Ready 97\.\d%, Not installed/,
      }),
    ).toBeInTheDocument();
    expect(bands()).toHaveLength(history.length);
    expect(bands()[0]).toMatch(/^Not installed: .+ – /);
    expect(
      within(
        screen.getByRole('list', { name: /^Share of the time/ }),
      ).getAllByRole('listitem')[0],
    ).toHaveTextContent(/^Ready97\.\d%$/);
  });

  it('looks back over as much as the reader wants', async () => {
    renderChart();
    await userEvent.click(await screen.findByRole('radio', { name: '1 hour' }));
    expect(
      screen.getByRole('img', {
        name: /^States over the last 1 hour: Ready 93\.\d%, Degraded 6\.\d%/,
      }),
    ).toBeInTheDocument();
    expect(bands()).toHaveLength(2);
  });

  it('shows the conditions that changed on request', async () => {
    renderChart();
    const button = await screen.findByRole('button', {
      name: 'Show conditions',
    });
    expect(screen.queryByText('Agents ready')).not.toBeInTheDocument();
    await userEvent.click(button);
    expect(screen.getByText('Agents ready')).toBeInTheDocument();
    expect(screen.queryByText('Supported cluster')).not.toBeInTheDocument();
    expect(bands().filter(title => title.startsWith('No:'))).toHaveLength(7);
  });

  it('is not there without changes', async () => {
    renderChart([]);
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    renderChart(undefined, 'zh');
    expect(
      await screen.findByRole('img', { name: /^最近 7 天的状态：就绪 97/ }),
    ).toBeInTheDocument();
  });
});
