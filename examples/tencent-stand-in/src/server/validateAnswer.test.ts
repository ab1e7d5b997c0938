import { validateAnswer } from './validateAnswer';

const VPC = { service: 'vpc', version: '2017-03-12' };
const validate = (answer: object) => () =>
  validateAnswer(VPC, 'DescribeVpcs', answer);

describe('validateAnswer', () => {
  it.each([
    ['a member that the SDK does not know', { VpcSet: [{ Name: 'shop' }] }],
    ['a text for a number', { TotalCount: '1' }],
    ['one thing for a list', { VpcSet: { VpcName: 'shop' } }],
  ])('refuses %s', (_, answer) => {
    expect(validate(answer)).toThrow(/not of an answer to DescribeVpcs/);
  });

  it.each([
    ['leave things out', { VpcSet: [{}] }],
    ['give them as null', { VpcSet: [{ VpcName: null }], TotalCount: null }],
  ])('lets an answer %s', (_, answer) => {
    expect(validate(answer)).not.toThrow();
  });
});
