import type { Fault } from '@tke-cilium/tencent-stand-in';
import { CloudTrouble, troublesOf } from '../__testUtils__/cloudFaults';
import { actionOf, CloudPhaseAttempt } from '../__testUtils__/cloudPhaseCalls';
import { CALLS, Call, ROWS } from '../__testUtils__/cloudPhaseRows';
import { CloudPhaseTest } from '../__testUtils__/CloudPhaseTest';
import {
  CloudResource,
  listDoubles,
  listNewResources,
  listResources,
} from '../__testUtils__/cloudResources';
import { compressTime } from '../__testUtils__/compressTime';

jest.setTimeout(300_000);

/** A call without an answer is given up after 20 s. */
const SPEED = { sleeping: 10, answers: 5 };
/** More of them at once would take each other's time. */
const AT_ONCE = 40;

/** A trouble with one of the calls that a phase makes. */
type Case = CloudTrouble & {
  action: string;
  /** Calls of the action that go well before. */
  skip?: number;
};

type Outcome = {
  label: string;
  /** What the attempts said that failed. */
  errors: string[];
  /** What a failed attempt left, and did not name. */
  unnamed: CloudResource[];
  /** What one more attempt said, if it failed. */
  again: string;
  doubles: string[];
  count: number;
  /** Whether a refusal is told by its code. */
  isTold: boolean;
};

/** Runs a phase in a cloud of its own. */
async function inCloud<T>(
  name: Call,
  options: CloudTrouble['options'],
  work: (
    test: CloudPhaseTest,
    clusterId: string,
    run: (triedBefore: boolean) => Promise<unknown>,
  ) => Promise<T>,
): Promise<T> {
  const test = await CloudPhaseTest.start(options);
  try {
    const { needs = 'cluster' } = ROWS[name];
    const clusterId =
      needs === 'nothing'
        ? ''
        : await test.runningCluster({ superNode: needs === 'super-node' });
    const call: (attempt: CloudPhaseAttempt) => Promise<unknown> = CALLS[name];
    return await work(test, clusterId, triedBefore =>
      call({ test, clusterId, triedBefore, context: test.context() }),
    );
  } finally {
    await test.stop();
  }
}

/** The actions that a phase calls, with how often. */
async function recordCalls(name: Call): Promise<Map<string, number>> {
  return inCloud(name, {}, async (test, _, run) => {
    const before = test.cloud.journal.length;
    await run(false);
    const calls = new Map<string, number>();
    for (const { action } of test.cloud.journal.slice(before)) {
      calls.set(action, (calls.get(action) ?? 0) + 1);
    }
    return calls;
  });
}

async function tryCase(
  name: Call,
  { action, skip, fault, times, options, label, isRefusal }: Case,
): Promise<Outcome> {
  return inCloud(name, options, async (test, clusterId, run) => {
    const before = new Set(listResources(test.cloud).map(({ id }) => id));
    const lift = test.cloud.fail({ action, fault, times, skip });
    const errors: string[] = [];
    const unnamed: CloudResource[] = [];
    for (const triedBefore of [false, true]) {
      const message = await run(triedBefore).then(
        () => undefined,
        error => String(error.message),
      );
      if (message === undefined) {
        break;
      }
      errors.push(message);
      unnamed.push(
        ...listNewResources(test.cloud, before).filter(
          ({ id, name: what }) =>
            ![id, what].some(each => message.includes(each)),
        ),
      );
    }
    const count = ROWS[name].count(test, clusterId);
    lift();
    // Once more, as a person does who does not know that it is done.
    const again = await run(true).then(
      () => '',
      error => String(error.message),
    );
    return {
      label: `${action}: ${label}${skip ? ', later' : ''}`,
      errors,
      unnamed,
      again,
      doubles: listDoubles(test.cloud),
      count,
      isTold: !isRefusal || isTold(errors[0], fault),
    };
  });
}

/** Whether a message says what was refused, and does not wonder whether it was done. */
function isTold(message: string | undefined, fault: Fault): boolean {
  const code = typeof fault === 'object' && 'code' in fault ? fault.code : '';
  return message?.includes(code) === true && !message.includes('not known');
}

/** What a phase can meet: every trouble at the first call of each action, and a refusal at its last. */
function casesOf(calls: ReadonlyMap<string, number>): Case[] {
  return [...calls].flatMap(([action, often]): Case[] => {
    const troubles = troublesOf(action).map(each => ({ ...each, action }));
    const refusal = troubles.filter(({ label }) => label === 'no permission');
    return [
      ...troubles,
      ...(often > 1
        ? refusal.map(each => ({
            ...each,
            skip: often - 1,
            // It need not come to so many calls again.
            isRefusal: false,
          }))
        : []),
    ];
  });
}

/** Runs jobs side by side: most of the time is spent waiting. */
async function runAll(jobs: (() => Promise<void>)[]): Promise<void> {
  const left = [...jobs];
  const work = async () => {
    for (let job = left.shift(); job; job = left.shift()) {
      await job();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

describe('whatever the cloud does', () => {
  const names = Object.keys(ROWS) as Call[];
  const outcomes = new Map<Call, Outcome[]>();
  let resumeTime: () => void;

  beforeAll(async () => {
    resumeTime = compressTime(SPEED);
    const recorded = await Promise.all(
      names.map(async name => [name, await recordCalls(name)] as const),
    );
    await runAll(
      recorded.flatMap(([name, calls]) => {
        const results: Outcome[] = [];
        outcomes.set(name, results);
        return casesOf(calls).map(each => async () => {
          results.push(await tryCase(name, each));
        });
      }),
    );
  });
  afterAll(() => resumeTime());

  it.each(names)(
    '%s makes one of what it makes, in two attempts at most, and names what a failed one leaves',
    name => {
      const { expected } = ROWS[name];
      for (const outcome of outcomes.get(name)!) {
        const { errors, ...rest } = outcome;
        expect({ ...rest, errors: errors.slice(1) }).toEqual({
          label: outcome.label,
          again: '',
          count: expected,
          doubles: [],
          unnamed: [],
          isTold: true,
          errors: [],
        });
        for (const message of errors) {
          expect(message).toContain(actionOf(name));
          expect(message).not.toContain('nobody-may-see-this');
        }
      }
    },
  );

  it.each(names)('%s takes lists that lag', async name => {
    await inCloud(name, { consistencyMs: 3000 }, async (test, id, run) => {
      await run(false);
      await run(true);
      expect(ROWS[name].count(test, id)).toBe(ROWS[name].expected);
      expect(listDoubles(test.cloud)).toEqual([]);
    });
  });
});
