import { useEffect } from 'react';

const wanted = 600;
/** Less is a popup that is still opening, or one that is zoomed in: that scrolls as a page. */
const least = 320;

/** On a low screen the browser grants a popup less than it asks for and then shows scrollbars: ask for what it grants. */
export function useFit(isPopup: boolean): void {
  useEffect(() => {
    if (!isPopup) return;
    const settle = () => {
      if (innerHeight > least && innerHeight < wanted) document.body.style.blockSize = `${innerHeight}px`;
    };
    settle();
    addEventListener('resize', settle);
    return () => removeEventListener('resize', settle);
  }, [isPopup]);
}
