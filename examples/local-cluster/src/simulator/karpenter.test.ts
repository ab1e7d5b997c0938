import { parseAnnotations } from './karpenter';

describe('parseAnnotations', () => {
  it.each([
    [undefined, {}],
    ['', {}],
    ['a=b', { a: 'b' }],
    ['a=b, c=d', { a: 'b', c: 'd' }],
    ['x/y=k=v', { 'x/y': 'k=v' }],
    ['nonsense', {}],
  ])('reads %p', (text, expected) => {
    expect(parseAnnotations(text)).toEqual(expected);
  });
});
