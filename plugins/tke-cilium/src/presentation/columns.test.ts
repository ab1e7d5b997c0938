import { chooseColumns } from './columns';

const COLUMNS = [{ id: 'name', isRowHeader: true }, { id: 'a' }, { id: 'b' }];
const ids = (chosen?: string[]) =>
  chooseColumns(COLUMNS, chosen).map(({ id }) => id);

it('shows all unless some are chosen', () => {
  expect(ids()).toEqual(['name', 'a', 'b']);
});

it('lets the chosen share the room', () => {
  const columns = [{ id: 'name', isRowHeader: true, width: '50%' }];
  expect(chooseColumns(columns, [])[0].width).toBeUndefined();
  expect(chooseColumns(columns, undefined)[0].width).toBe('50%');
});

it('shows the chosen in their order, after the name', () => {
  expect(ids(['b', 'a'])).toEqual(['name', 'b', 'a']);
  expect(ids([])).toEqual(['name']);
});
