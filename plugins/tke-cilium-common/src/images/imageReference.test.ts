import { formatImageReference, parseImageReference } from './imageReference';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

it.each([
  ['cilium', { repository: 'cilium' }],
  ['quay.io/cilium/cilium', { repository: 'quay.io/cilium/cilium' }],
  [
    'ccr.ccs.tencentyun.com/tkeimages/tke-eni-agent:v3.7.5',
    {
      repository: 'ccr.ccs.tencentyun.com/tkeimages/tke-eni-agent',
      tag: 'v3.7.5',
    },
  ],
  ['registry:5000/agent', { repository: 'registry:5000/agent' }],
  ['registry:5000/agent:v1', { repository: 'registry:5000/agent', tag: 'v1' }],
  [`repo/agent@${DIGEST}`, { repository: 'repo/agent', digest: DIGEST }],
  [
    `registry:5000/a/b:v1@${DIGEST}`,
    { repository: 'registry:5000/a/b', tag: 'v1', digest: DIGEST },
  ],
])('takes %s apart and puts it together', (text, reference) => {
  expect(parseImageReference(text)).toEqual(reference);
  expect(formatImageReference(reference)).toBe(text);
});

it.each(['', ' ', ':v1', `@${DIGEST}`, 'agent:', 'agent@'])(
  'refuses "%s"',
  text => {
    expect(() => parseImageReference(text)).toThrow(
      'is not an image reference',
    );
  },
);

it('ignores white space around it', () => {
  expect(parseImageReference(` a/b@${DIGEST}\n`)).toEqual({
    repository: 'a/b',
    digest: DIGEST,
  });
});
