/** What only the page itself can do. Handed in by the entry point. */
export interface RoutesDoor {
  /** Asks the browser for these hosts. Only while something is being pressed. */
  allowHosts(origins: string[]): Promise<boolean>;
}
