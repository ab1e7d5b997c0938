import type { Row } from '../results/Row';
import type { Scale } from '../scale';
import type { BenchBackend } from '../stand/BenchBackend';
import type { BenchCluster } from '../stand/BenchCluster';

/** What a scenario has to work with. */
export type Bench = {
  scale: Scale;
  cluster: BenchCluster;
  /** A backend that has seen the whole of the cluster, under one id. */
  backend(): Promise<BenchBackend>;
};

/** Measures something. */
export type Scenario = (bench: Bench) => Promise<Row[]>;
