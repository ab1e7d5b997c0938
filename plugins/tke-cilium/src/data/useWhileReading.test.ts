import { act, renderHook } from '@testing-library/react';
import { useWhileReading } from './useWhileReading';

afterEach(() => document.querySelector('[role="menu"]')?.remove());

function openMenu(): Element {
  const menu = document.createElement('div');
  menu.setAttribute('role', 'menu');
  document.body.append(menu);
  return menu;
}

describe('useWhileReading', () => {
  it('hands on what is new', () => {
    const { result, rerender } = renderHook(useWhileReading, {
      initialProps: 'old' as string | undefined,
    });
    rerender('new');
    expect(result.current).toBe('new');
  });

  it('stands still while a menu is open, and moves on when it closes', async () => {
    const { result, rerender } = renderHook(useWhileReading, {
      initialProps: 'old' as string | undefined,
    });
    const menu = openMenu();
    rerender('new');
    expect(result.current).toBe('old');
    await act(async () => menu.remove());
    expect(result.current).toBe('new');
  });

  it('keeps nothing that may not be seen any more', () => {
    const { result, rerender } = renderHook(useWhileReading, {
      initialProps: 'old' as string | undefined,
    });
    openMenu();
    rerender(undefined);
    expect(result.current).toBeUndefined();
  });
});
