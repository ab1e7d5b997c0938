import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  metricsServiceRef,
  type MetricsService,
} from '@backstage/backend-plugin-api/alpha';

/** How often each instrument of each plugin was used. */
export type MetricCounts = Record<string, number>;

/** Metrics that are only counted, where they are made. */
export function countingMetrics() {
  const counts: MetricCounts = {};
  const instrument = (name: string) => {
    const count = () => {
      counts[name] = (counts[name] ?? 0) + 1;
    };
    return {
      add: count,
      record: count,
      addCallback: () => {},
      removeCallback: () => {},
    };
  };
  const metrics: MetricsService = {
    createCounter: instrument,
    createUpDownCounter: instrument,
    createHistogram: instrument,
    createGauge: instrument,
    createObservableCounter: instrument,
    createObservableUpDownCounter: instrument,
    createObservableGauge: instrument,
  };
  const factory = createServiceFactory({
    service: metricsServiceRef,
    deps: {},
    factory: () => metrics,
  });
  return { factory, counts };
}
