const patience = 3_000;

/** Puts the focus where it is wanted as soon as that is drawn and may be used: TikTok may have to be asked first. */
export function focusWhenThere(selector: string, since = performance.now()): void {
  const element = document.querySelector<HTMLElement>(selector);
  if (element && !element.matches(':disabled')) {
    element.scrollIntoView({ block: 'center' });
    element.focus();
  } else if (performance.now() - since < patience) {
    requestAnimationFrame(() => focusWhenThere(selector, since));
  }
}
