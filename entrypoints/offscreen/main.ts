import { ask } from '../../lib/messages/client';
import { handsProtocol } from '../../lib/messages/hands';
import { handsHere } from '../../lib/messages/hands-here';
import { openDatabase } from '../../lib/platform/database';
import { answer } from '../../lib/platform/messaging';

/** Nothing to do for this long: this page goes, and is opened anew when there is. */
const patience = 15_000;

const hands = handsHere(openDatabase(), (key) => {
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
});

let leaving: ReturnType<typeof setTimeout> | undefined;
function leaveWhenIdle(): void {
  clearTimeout(leaving);
  leaving = setTimeout(() => {
    if (hands.isIdle()) window.close();
  }, patience);
}
leaveWhenIdle();
