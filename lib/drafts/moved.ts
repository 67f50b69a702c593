/** The list with one of it in another place; as it was where that one is not in it. */
export function moved<T>(list: readonly T[], isIt: (one: T) => boolean, to: number): T[] {
  const at = list.findIndex(isIt);
  const one = list[at];
  if (one === undefined) return [...list];
  const rest = list.toSpliced(at, 1);
  return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, one);
}
