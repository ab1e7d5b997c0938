import { useEffect, useRef, useState } from 'react';

/**
 * The value, or what it was while the reader has text selected or a menu open: what somebody is
 * about to copy or to press must not move away under their hands.
 *
 * @param value - `undefined` is handed on at once: what may not be seen any more is not kept
 */
export function useWhileReading<Value>(
  value: Value | undefined,
): Value | undefined {
  const [selecting, setSelecting] = useState(false);
  const [, setMenuClosed] = useState(0);
  const shown = useRef(value);

  useEffect(() => {
    const onChange = () => {
      const selection = document.getSelection();
      setSelecting(selection !== null && !selection.isCollapsed);
    };
    document.addEventListener('selectionchange', onChange);
    return () => document.removeEventListener('selectionchange', onChange);
  }, []);

  const inMenu = hasOpenMenu();
  useEffect(() => {
    if (!inMenu) {
      return undefined;
    }
    // No event tells of it; and without one the page would stand still until the next news.
    const observer = new MutationObserver(() => {
      if (!hasOpenMenu()) {
        setMenuClosed(count => count + 1);
      }
    });
    observer.observe(document.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [inMenu]);

  const held = selecting || inMenu;
  if (!held || value === undefined || shown.current === undefined) {
    shown.current = value;
  }
  return shown.current;
}

function hasOpenMenu(): boolean {
  return document.querySelector('[role="menu"], [role="listbox"]') !== null;
}
