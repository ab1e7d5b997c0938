import { createSharedValues, shareEqual } from './sharedValues';

/** As it comes from an API server: no two parts are the same in memory. */
function parsed<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}

describe('shareEqual', () => {
  const facts = {
    name: 'a',
    ready: true,
    restarts: 0,
    taints: [{ key: 'node.cilium.io/agent-not-ready', effect: 'NoSchedule' }],
    networkUnavailable: { status: 'False', reason: 'CiliumIsUp' },
    nothing: null,
    missing: undefined,
  };

  it('changes nothing that can be seen', () => {
    const shared = createSharedValues();
    expect(shareEqual(parsed(facts), shared)).toEqual(parsed(facts));
    expect(shareEqual(parsed(facts), shared)).toEqual(parsed(facts));
  });

  it('keeps equal parts once', () => {
    const shared = createSharedValues();
    const first = shareEqual(parsed(facts), shared);
    const second = shareEqual({ ...parsed(facts), name: 'b' }, shared);
    expect(second).not.toBe(first);
    expect(second.name).toBe('b');
    expect(second.taints).toBe(first.taints);
    expect(second.networkUnavailable).toBe(first.networkUnavailable);
  });

  it('keeps a text apart from an object whose JSON it is', () => {
    const shared = createSharedValues();
    const object = shareEqual({ part: { a: 1 } }, shared);
    const text = shareEqual({ part: '{"a":1}' }, shared);
    expect(object.part).toEqual({ a: 1 });
    expect(text.part).toBe('{"a":1}');
  });
});
