import { formatAge } from './formatAge';

describe('formatAge', () => {
  it.each([
    [0, 'en', '0 sec. ago'],
    [-5_000, 'en', '0 sec. ago'],
    [12_400, 'en', '12 sec. ago'],
    [59_999, 'en', '59 sec. ago'],
    [180_000, 'en', '3 min. ago'],
    [7_300_000, 'en', '2 hr. ago'],
    [12_400, 'zh-CN', '12秒前'],
    [180_000, 'zh', '3分钟前'],
  ])('%d ms in %s is "%s"', (age, language, expected) => {
    expect(formatAge(age, language)).toBe(expected);
  });
});
