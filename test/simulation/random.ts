/** A seeded generator for schedules: mulberry32 (T. Ettinger). One seed gives one schedule, on every machine. */

export interface Random {
  /** uniform in [0, 1) */
  unit(): number;
  /** an integer in [least, most] */
  whole(least: number, most: number): number;
  chance(probability: number): boolean;
  one<T>(items: readonly T[]): T;
  /** `count` different ones, in random order */
  some<T>(items: readonly T[], count: number): T[];
}

export function randomOf(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  function unit(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const whole = (least: number, most: number) => least + Math.floor(unit() * (most - least + 1));
  return {
    unit,
    whole,
    chance: (probability) => unit() < probability,
    one: (items) => items[whole(0, items.length - 1)] as never,
    some(items, count) {
      const left = [...items];
      return Array.from({ length: Math.min(count, left.length) }, () => {
        const [taken] = left.splice(whole(0, left.length - 1), 1);
        return taken as never;
      });
    },
  };
}
