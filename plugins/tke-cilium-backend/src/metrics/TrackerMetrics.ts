import {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';
import { LeaseMove } from '../lease/HeldWatches';

/** A watch of a cluster that failed and is opened again. */
type WatchRestart = {
  /** Which objects it is about, for example `nodes`. */
  source: string;
  /** What kind of failure it was, for example `connection`. */
  reason: string;
};

/** From the fastest that is seen to what is clearly wrong. */
const SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.3, 1, 3, 10, 30];

/**
 * What an operator wants to know about the tracker, as OpenTelemetry metrics. Each replica counts
 * what it does itself, so that sums over replicas are right.
 */
export class TrackerMetrics {
  readonly #phases = new Map<string, string>();
  readonly #evaluation: MetricsServiceHistogram;
  readonly #lag: MetricsServiceHistogram;
  readonly #pushes: MetricsServiceCounter;
  readonly #moves: MetricsServiceCounter<{ kind: string }>;
  readonly #restarts: MetricsServiceCounter<WatchRestart>;

  static create(metrics: MetricsService): TrackerMetrics {
    return new TrackerMetrics(metrics);
  }

  private constructor(metrics: MetricsService) {
    metrics
      .createObservableGauge<{ phase: string }>('tke_cilium.clusters', {
        description: 'Clusters that this replica watches, by phase',
        unit: '{cluster}',
      })
      .addCallback(gauge => {
        const phases = [...this.#phases.values()];
        for (const phase of new Set(phases)) {
          gauge.observe(phases.filter(other => other === phase).length, {
            phase,
          });
        }
      });
    this.#evaluation = metrics.createHistogram(
      'tke_cilium.evaluation.duration',
      {
        description: 'Time that the rules take on one snapshot',
        unit: 's',
        advice: { explicitBucketBoundaries: SECONDS },
      },
    );
    this.#lag = metrics.createHistogram('tke_cilium.event.lag', {
      description:
        'Time from the arrival of a change to the stored readiness that has it',
      unit: 's',
      advice: { explicitBucketBoundaries: SECONDS },
    });
    this.#pushes = metrics.createCounter('tke_cilium.pushes', {
      description: 'Signals sent to browsers',
      unit: '{signal}',
    });
    this.#moves = metrics.createCounter('tke_cilium.lease.moves', {
      description: 'Leases that this replica got, gave up or lost',
      unit: '{lease}',
    });
    this.#restarts = metrics.createCounter('tke_cilium.watch.restarts', {
      description: 'Watches that failed and were opened again',
      unit: '{watch}',
    });
  }

  /** @param phase - `undefined`: this replica no longer watches the cluster */
  setPhase(clusterId: string, phase: string | undefined): void {
    if (phase === undefined) {
      this.#phases.delete(clusterId);
    } else {
      this.#phases.set(clusterId, phase);
    }
  }

  evaluated(milliseconds: number): void {
    this.#evaluation.record(milliseconds / 1000);
  }

  saved(lagMs: number): void {
    this.#lag.record(lagMs / 1000);
  }

  pushed(): void {
    this.#pushes.add(1);
  }

  leaseMoved({ kind }: LeaseMove): void {
    this.#moves.add(1, { kind });
  }

  watchRestarted({ source, reason }: WatchRestart): void {
    this.#restarts.add(1, { source, reason });
  }
}
