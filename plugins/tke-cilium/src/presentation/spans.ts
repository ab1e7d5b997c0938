import {
  ConditionType,
  ReadinessPhase,
  ReadinessTransition,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** Milliseconds since the epoch. */
export type TimeWindow = { from: number; to: number };

/** Something that stayed the same from one moment to another. */
export type Span<Value> = TimeWindow & { value: Value };

type Status = 'True' | 'False' | 'Unknown';

type Change<Value> = { at: number; value: Value; previous: Value | undefined };

/**
 * What phases a cluster was in, oldest first. Before the first change that is kept it is the phase
 * that this change came from, or nothing.
 *
 * @param transitions - newest first, as the backend gives them
 */
export function phaseSpans(
  transitions: readonly ReadinessTransition[],
  window: TimeWindow,
): Span<ReadinessPhase>[] {
  return spansOf(
    oldestFirst(transitions).map(({ at, phase, previousPhase }) => ({
      at: Date.parse(at),
      value: phase,
      previous: previousPhase,
    })),
    window,
  );
}

/**
 * The status over time of every condition that changed within the window.
 *
 * @param transitions - newest first, as the backend gives them
 */
export function conditionSpans(
  transitions: readonly ReadinessTransition[],
  window: TimeWindow,
): Map<ConditionType, Span<Status>[]> {
  const changes = new Map<ConditionType, Change<Status>[]>();
  for (const { at, conditions } of oldestFirst(transitions)) {
    for (const { type, status, previousStatus } of conditions) {
      const known = changes.get(type) ?? [];
      known.push({
        at: Date.parse(at),
        value: status,
        previous: previousStatus,
      });
      changes.set(type, known);
    }
  }
  return new Map(
    [...changes]
      .map(([type, of]) => [type, spansOf(of, window)] as const)
      .filter(([, spans]) => spans.length > 1),
  );
}

/** What part of the time that is known each value had, from 0 to 1, greatest first. */
export function shares<Value>(
  spans: readonly Span<Value>[],
): [Value, number][] {
  const lengths = new Map<Value, number>();
  let total = 0;
  for (const { value, from, to } of spans) {
    lengths.set(value, (lengths.get(value) ?? 0) + to - from);
    total += to - from;
  }
  return [...lengths]
    .map(([value, length]): [Value, number] => [value, length / total])
    .sort(([, a], [, b]) => b - a);
}

function oldestFirst(transitions: readonly ReadinessTransition[]) {
  return [...transitions].reverse();
}

function spansOf<Value>(
  changes: readonly Change<Value>[],
  window: TimeWindow,
): Span<Value>[] {
  const spans: Span<Value>[] = [];
  const add = (value: Value | undefined, start: number, end: number) => {
    const from = Math.max(start, window.from);
    const to = Math.min(end, window.to);
    if (value === undefined || from >= to) {
      return;
    }
    const last = spans.at(-1);
    if (last?.value === value && last.to === from) {
      last.to = to;
    } else {
      spans.push({ value, from, to });
    }
  };
  add(changes[0]?.previous, -Infinity, changes[0]?.at);
  changes.forEach(({ at, value }, index) =>
    add(value, at, changes[index + 1]?.at ?? Infinity),
  );
  return spans;
}
