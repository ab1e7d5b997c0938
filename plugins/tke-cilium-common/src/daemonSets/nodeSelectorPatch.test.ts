import { jsonPointer } from './jsonPatch';
import {
  buildDisablePatch,
  buildRestorePatch,
  isDisabled,
} from './nodeSelectorPatch';

const withSelector = (nodeSelector?: Record<string, string>) => ({
  metadata: { name: 'kube-proxy' },
  spec: { template: { spec: { nodeSelector } } },
});
const PATH = '/spec/template/spec/nodeSelector';

describe('buildDisablePatch', () => {
  it('adds a selector where there is none', () => {
    expect(buildDisablePatch(withSelector())).toEqual([
      { op: 'test', path: PATH, value: null },
      { op: 'add', path: PATH, value: { 'label-not-exist': 'node-not-exist' } },
    ]);
  });

  it('keeps the selectors that are there', () => {
    expect(
      buildDisablePatch(withSelector({ 'kubernetes.io/os': 'linux' })),
    ).toEqual([
      { op: 'test', path: PATH, value: { 'kubernetes.io/os': 'linux' } },
      { op: 'add', path: `${PATH}/label-not-exist`, value: 'node-not-exist' },
    ]);
  });

  it('replaces another value of the key', () => {
    expect(buildDisablePatch(withSelector({ 'label-not-exist': 'x' }))).toEqual(
      [
        { op: 'test', path: PATH, value: { 'label-not-exist': 'x' } },
        { op: 'add', path: `${PATH}/label-not-exist`, value: 'node-not-exist' },
      ],
    );
  });

  it('does nothing twice', () => {
    const disabled = withSelector({
      a: 'b',
      'label-not-exist': 'node-not-exist',
    });
    expect(isDisabled(disabled)).toBe(true);
    expect(buildDisablePatch(disabled)).toEqual([]);
  });
});

describe('buildRestorePatch', () => {
  it.each(['node-not-exist', 'another'])(
    'removes exactly the key when it is %s',
    value => {
      expect(
        buildRestorePatch(withSelector({ a: 'b', 'label-not-exist': value })),
      ).toEqual([
        { op: 'test', path: `${PATH}/label-not-exist`, value },
        { op: 'remove', path: `${PATH}/label-not-exist` },
      ]);
    },
  );

  it.each<[Record<string, string> | undefined]>([
    [undefined],
    [{}],
    [{ a: 'b' }],
  ])('does nothing for %j', selector => {
    expect(isDisabled(withSelector(selector))).toBe(false);
    expect(buildRestorePatch(withSelector(selector))).toEqual([]);
  });
});

it('escapes what a JSON pointer has to escape', () => {
  expect(jsonPointer('nodeSelector', 'kubernetes.io/os~x', 0)).toBe(
    '/nodeSelector/kubernetes.io~1os~0x/0',
  );
});
