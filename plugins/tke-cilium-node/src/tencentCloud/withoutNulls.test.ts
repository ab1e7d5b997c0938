import { withoutNulls } from './withoutNulls';

describe('withoutNulls', () => {
  it('leaves out members that are null, wherever they are', () => {
    expect(
      withoutNulls({
        TotalCount: 0,
        Name: '',
        Clusters: [{ TagSpecification: [{ Tags: null }], Property: null }],
        Values: ['a', null],
      }),
    ).toEqual({
      TotalCount: 0,
      Name: '',
      Clusters: [{ TagSpecification: [{}] }],
      Values: ['a', null],
    });
  });
});
