import { podFaultStage } from '../faults/podFaults';
import { kubeletStages, stage } from './stages';

describe('stage', () => {
  it('leaves out what is not said, because kwok takes a weight of 0 for a weight', () => {
    const { spec } = stage({
      name: 'x',
      kind: 'Pod',
      expressions: [],
      next: {},
    }) as unknown as { spec: object };
    expect(Object.keys(spec)).toEqual(['resourceRef', 'selector', 'next']);
  });

  it('has a stage for pods and one for nodes, without which kwok serves neither', () => {
    const kinds = kubeletStages().map(
      ({ spec }) =>
        (spec as { resourceRef: { kind: string } }).resourceRef.kind,
    );
    expect(new Set(kinds)).toEqual(new Set(['Pod', 'Node']));
  });
});

describe('podFaultStage', () => {
  function keys(fault: Parameters<typeof podFaultStage>[1]): string[] {
    const { spec } = podFaultStage('x', fault) as unknown as {
      spec: { selector: { matchExpressions: { key: string }[] } };
    };
    return spec.selector.matchExpressions.map(({ key }) => key);
  }

  it('hits every node unless one is named', () => {
    const fault = { kind: 'image-pull-back-off', component: 'agent' } as const;
    expect(keys(fault)).not.toContain('.spec.nodeName');
    expect(keys({ ...fault, node: '10.10.0.2' })).toContain('.spec.nodeName');
  });

  it('applies once only when its template tells the time', () => {
    const reason = '.status.containerStatuses.[].state.waiting.reason';
    const component = 'agent' as const;
    expect(keys({ kind: 'crash-loop-back-off', component })).toContain(reason);
    expect(keys({ kind: 'image-pull-back-off', component })).not.toContain(
      reason,
    );
    expect(
      JSON.stringify(
        podFaultStage('x', { kind: 'image-pull-back-off', component }),
      ),
    ).not.toContain('Now');
  });
});
