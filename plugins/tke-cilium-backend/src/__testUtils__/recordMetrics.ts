import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { TrackerMetrics } from '../metrics/TrackerMetrics';

type Gauge = { observe(value: number, attributes: object): void };

/** Metrics that a test can read: what was recorded, and what the gauge says when it is asked. */
export function recordMetrics() {
  const recorded: unknown[] = [];
  let collect = (_: Gauge) => {};
  const instrument = (name: string) => ({
    add: (value: number, attributes?: object) =>
      recorded.push([name, value, ...(attributes ? [attributes] : [])]),
    record: (value: number) => recorded.push([name, value]),
  });
  const metrics = TrackerMetrics.create(
    metricsServiceMock.mock({
      createCounter: instrument as never,
      createHistogram: instrument as never,
      createObservableGauge: (() => ({
        addCallback: (callback: typeof collect) => {
          collect = callback;
        },
      })) as never,
    }),
  );
  const clusters = () => {
    const observed: unknown[] = [];
    collect({
      observe: (value, attributes) => observed.push([value, attributes]),
    });
    return observed;
  };
  return { metrics, recorded, clusters };
}
