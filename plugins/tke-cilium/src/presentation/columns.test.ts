import { chooseColumns } from './columns';

const COLUMNS = [{ id: 'name', isRowHeader: true }, { id: 'a' }, { id: 'b' }];
const ids = (chosen?: string[]) =>
  chooseColumns(COLUMNS, chosen).map(({ id }) => id);

it('shows all unless some are chosen', () => {
  expect(ids()).toEqual(['name', 'a', 'b']);
});

it('shows the chosen in their order, after the name', () => {
  expect(ids(['b', 'a'])).toEqual(['name', 'b', 'a']);
  expect(ids([])).toEqual(['name']);
});
