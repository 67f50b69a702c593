/** Only the facts there are: what is absent, empty or zero says nothing, and the contract has no place for it. */
export function known<Facts extends object>(
  facts: Facts,
): { [Key in keyof Facts]?: NonNullable<Facts[Key]> } {
  const kept: { [Key in keyof Facts]?: NonNullable<Facts[Key]> } = {};
  for (const key in facts) {
    const fact = facts[key];
    if (fact) kept[key] = fact;
  }
  return kept;
}
