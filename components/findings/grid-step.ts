interface GridPlace {
  at: number;
  count: number;
  columns: number;
  rtl: boolean;
}

/** Where a key leads in a grid: undefined when it leads nowhere. */
export function gridStep(key: string, { at, count, columns, rtl }: GridPlace): number | undefined {
  const steps: Record<string, number> = {
    ArrowRight: rtl ? -1 : 1,
    ArrowLeft: rtl ? 1 : -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    PageDown: columns * 3,
    PageUp: -columns * 3,
    Home: -at,
    End: count - 1 - at,
  };
  const step = steps[key];
  if (step === undefined || count === 0) return undefined;
  return Math.max(0, Math.min(count - 1, at + step));
}
