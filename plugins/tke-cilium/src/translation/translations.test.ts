import { tkeCiliumTranslationRef } from './tkeCiliumTranslationRef';
import chinese from './zh-CN';

const english = (
  tkeCiliumTranslationRef as unknown as {
    getDefaultMessages(): Record<string, string>;
  }
).getDefaultMessages();

/** Names that Chinese does not translate either. */
const SAME = new Set([
  'title',
  'fact.cilium',
  'fact.kubernetes',
  'workload.agent',
  'workload.envoy',
  'workload.operator',
  'fact.release',
  'node.cilium',
  'node.kind.karpenter',
  'nodePool.kind.karpenter',
  'failure.no-answer.description',
  'failure.unavailable.description',
  'choice.detail.memory',
  'links.grafana',
  'links.hubble',
]);

describe('texts in Chinese', () => {
  it('has every text', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(
    Object.entries(chinese).filter(
      ([key]) => !SAME.has(key) && !key.endsWith('_one'),
    ),
  )('says %s', (_, text) => {
    expect(text).toMatch(/\p{Script=Han}/u);
  });

  it.each(Object.entries(chinese).filter(([key]) => key.endsWith('_one')))(
    'has no singular %s',
    (_, text) => {
      expect(text).toBeNull();
    },
  );

  it.each(
    Object.keys(english).filter(
      key => !key.startsWith('summary.') && !key.endsWith('_one'),
    ),
  )('names only the parameters of %s', key => {
    const placeholders = (text: string) =>
      [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name);
    expect(placeholders(english[key])).toEqual(
      expect.arrayContaining(
        placeholders(String((chinese as Record<string, string | null>)[key])),
      ),
    );
  });
});
