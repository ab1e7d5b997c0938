import type { Row } from '../results/Row';
import type { Scale } from '../scale';
import type { BenchBackend } from '../stand/BenchBackend';
import type { BenchCluster } from '../stand/BenchCluster';

/** What a scenario has to work with. */
export type Bench = {
  scale: Scale;
  /** The cluster, as large as it is in this step. Started for the first that asks. */
  cluster(): Promise<BenchCluster>;
  /** A backend that has seen the whole of the cluster, under one id. Started likewise. */
  backend(): Promise<BenchBackend>;
};

/** Measures something. */
export type Scenario = (bench: Bench) => Promise<Row[]>;
