/** The line is back. Heard only while the background is awake; asleep, its alarm finds out. */
export function onOnline(hear: () => void): void {
  globalThis.addEventListener('online', () => hear());
}
