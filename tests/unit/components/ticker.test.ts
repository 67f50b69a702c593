import { describe, expect, it } from 'vitest';
import { createTicker } from '../../../components/hooks/ticker';

function clockwork() {
  let now = 1_000_000;
  let waiting: { call: () => void; at: number } | undefined;
  const ticker = createTicker({
    now: () => now,
    later(call, ms) {
      const mine = { call, at: now + ms };
      waiting = mine;
      return () => {
        if (waiting === mine) waiting = undefined;
      };
    },
  });
  const pass = (ms: number) => {
    const end = now + ms;
    for (let due = waiting; due && due.at <= end; due = waiting) {
      waiting = undefined;
      now = due.at;
      due.call();
    }
    now = end;
  };
  return { ticker, pass, now: () => now, isQuiet: () => waiting === undefined };
}

describe('the ticker', () => {
  it('tells every few seconds in the first minute, then twice a minute', () => {
    const { ticker, pass, now } = clockwork();
    let told = 0;
    ticker.subscribe(now(), () => {
      told += 1;
    });
    pass(60_000);
    expect(told).toBe(12);
    told = 0;
    pass(120_000);
    expect(told).toBe(4);
  });

  it('hurries up when something new comes among the old', () => {
    const { ticker, pass, now } = clockwork();
    ticker.subscribe(0, () => {});
    let told = 0;
    ticker.subscribe(now(), () => {
      told += 1;
    });
    pass(10_000);
    expect(told).toBe(2);
  });

  it('is still when nobody looks', () => {
    const { ticker, isQuiet, now } = clockwork();
    const ends = [ticker.subscribe(now(), () => {}), ticker.subscribe(0, () => {})];
    expect(isQuiet()).toBe(false);
    for (const end of ends) end();
    expect(isQuiet()).toBe(true);
  });
});
