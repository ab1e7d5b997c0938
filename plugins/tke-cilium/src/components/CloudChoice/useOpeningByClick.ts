import { MouseEvent, PointerEvent, useRef } from 'react';
import { flushSync } from 'react-dom';

/**
 * Has a click open the list of a `Combobox` whatever happened before. React Aria opens it when its box
 * gets the focus: of a box that has it already, since something was chosen or Escape was pressed, the
 * list would stay closed. And it closes a list when the page scrolls, as it does when the press itself
 * brings the box into view.
 */
export function useOpeningByClick() {
  const isOpen = useRef(false);
  const isDue = useRef(false);
  return {
    onOpenChange: (isNowOpen: boolean) => {
      isOpen.current = isNowOpen;
    },
    // The button keeps its presses to itself, so both are seen on their way to it.
    onPointerDownCapture: ({ target, pointerType }: PointerEvent) => {
      // The button opens the list at the end of a touch, and at the beginning of anything else.
      isDue.current =
        !isOpen.current &&
        (target instanceof HTMLInputElement || pointerType !== 'touch');
    },
    onClickCapture: ({ currentTarget }: MouseEvent) => {
      const box = currentTarget.querySelector('input');
      if (isDue.current && !isOpen.current && box === document.activeElement) {
        flushSync(() => box?.blur());
        box?.focus();
      }
      isDue.current = false;
    },
  };
}
