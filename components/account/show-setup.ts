/** The guide is folded away once there is an account. */
export function showSetup(): void {
  const setup = document.getElementById('setup');
  setup?.closest('details')?.setAttribute('open', '');
  setup?.scrollIntoView();
}
