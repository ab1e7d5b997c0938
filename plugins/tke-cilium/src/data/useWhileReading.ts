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
  const shown = useRef(value);

  useEffect(() => {
    const onChange = () => {
      const selection = document.getSelection();
      setSelecting(selection !== null && !selection.isCollapsed);
    };
    document.addEventListener('selectionchange', onChange);
    return () => document.removeEventListener('selectionchange', onChange);
  }, []);

  const held = selecting || hasOpenMenu();
  if (!held || value === undefined || shown.current === undefined) {
    shown.current = value;
  }
  return shown.current;
}

function hasOpenMenu(): boolean {
  return document.querySelector('[role="menu"], [role="listbox"]') !== null;
}
