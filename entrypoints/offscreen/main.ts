import { ask } from '../../lib/messages/client';
import { handsProtocol } from '../../lib/messages/hands';
import { handsHere, looksHere } from '../../lib/messages/hands-here';
import { openDatabase } from '../../lib/platform/database';
import { answer } from '../../lib/platform/messaging';

/** Nothing to do for this long: this page goes, and is opened anew when there is. */
const patience = 15_000;

const database = openDatabase();
const look = looksHere(database);
let looks = 0;

const hands = handsHere(database, (key) => {
  // Asking wakes the worker. Should that fail, its alarm finds the result where it was written down.
  void ask('hands.report', { key }).catch(() => {});
  leaveWhenIdle();
});

answer('hands', handsProtocol, {
  'hands.start': ({ key }) => {
    clearTimeout(leaving);
    hands.start(key);
  },
  'hands.stop': ({ key }) => hands.stop(key),
  async 'hands.look'(source) {
    looks += 1;
    try {
      return await look(source);
    } finally {
      looks -= 1;
      leaveWhenIdle();
    }
  },
});

let leaving: ReturnType<typeof setTimeout> | undefined;
function leaveWhenIdle(): void {
  clearTimeout(leaving);
  leaving = setTimeout(() => {
    if (hands.isIdle() && looks === 0) window.close();
  }, patience);
}
leaveWhenIdle();
