import { toCsv } from './toCsv';

describe('toCsv', () => {
  it('quotes every cell', () => {
    expect(
      toCsv([
        ['a "b"', 'c,d', '集群'],
        ['line\nbreak', '', '1'],
      ]),
    ).toBe('\ufeff"a ""b""","c,d","集群"\r\n"line\nbreak","","1"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'lets no spreadsheet calculate %j',
    cell => {
      expect(toCsv([[cell]])).toBe(`\ufeff"'${cell}"\r\n`);
    },
  );
});
