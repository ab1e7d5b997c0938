import { PROBLEMS } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import chinese from './problems.zh-CN';
import { ProblemTextKey } from './tkeCiliumProblemsTranslationRef';

/** Names of the parameters that the English message of a problem is made from. */
function parametersOf(message: (parameters: never) => string): string[] {
  const asked = new Set<string>();
  const recorder = new Proxy(
    {},
    {
      get: (_, name) => {
        asked.add(String(name));
        return '';
      },
    },
  );
  message(recorder as never);
  return [...asked];
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name);
}

describe('problems in Chinese', () => {
  it.each(Object.entries(PROBLEMS))('says %s', (code, { message }) => {
    const said = chinese[`${code}.message` as ProblemTextKey];
    const remedy = chinese[`${code}.remedy` as ProblemTextKey];
    // A parameter that was renamed in the catalogue would leave a hole in the sentence. `nodes` and
    // `count` come together; `because` is made of `detail`.
    const known = parametersOf(message).flatMap(name => {
      const companions: Record<string, string[]> = {
        detail: ['because'],
        count: ['nodes'],
        nodes: ['count'],
      };
      return [name, ...(companions[name] ?? [])];
    });
    expect(said).toMatch(/\p{Script=Han}/u);
    expect(remedy).toMatch(/\p{Script=Han}/u);
    expect(known).toEqual(expect.arrayContaining(placeholdersOf(said)));
    expect(placeholdersOf(remedy)).toEqual([]);
  });

  it('says nothing that the catalogue does not know', () => {
    const codes = Object.keys(chinese).map(key => key.replace(/\.\w+$/, ''));
    expect(Object.keys(PROBLEMS)).toEqual(expect.arrayContaining(codes));
  });
});
