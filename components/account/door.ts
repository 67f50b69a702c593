import type { SignInWay } from '../../lib/accounts/credentials';

/** What only the page itself can do for a sign-in. Handed in by the entry point. */
export interface Door {
  /** Opens the sign-in window and resolves with the address it came back to. */
  openWindow(address: string): Promise<string>;
  /** Asks the browser for what the way needs, if anything. Only while something is being pressed. */
  allow(way: SignInWay): Promise<boolean>;
}
