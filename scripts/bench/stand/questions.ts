import type { MetricCounts } from './countingMetrics';

/** What the bench asks the backend's process, and what it answers. */
export type Answers = {
  cpu: {
    /** Of all threads, user and system, since the start. */
    seconds: number;
  };
  memory: {
    /** What is really held: the heap after a collection, and the buffers outside of it. */
    heldBytes: number;
    residentBytes: number;
  };
  metrics: MetricCounts;
};

/** A question, with a number to tell its answer by. */
export type Question = { id: number; what: keyof Answers };

/** The answer to the question with that number. */
export type Answer = { id: number; answer: Answers[keyof Answers] };
