/** How a liar says something else than it should: changed, to some only, twice, or after other things. */
import type { Payload, Statement, StatementType, Verified } from '../../protocol/statement.ts';
import type { Hands, Hostility } from './hostility.ts';
import type { Random } from './random.ts';

export interface Behaviour {
  /** it can deny the others their result: nobody can prevent that */
  readonly denies?: boolean;
  make(): Hostility;
}

export const someOf = ({ random, others }: Hands) =>
  random.some(others, random.whole(0, others.length));
export const noise = (random: Random, size: number) =>
  Uint8Array.from({ length: size }, () => random.whole(0, 255));
export const halves = ({ random, others }: Hands): [string[], string[]] => {
  const mixed = random.some(others, others.length);
  const half = random.whole(1, others.length - 1);
  return [mixed.slice(0, half), mixed.slice(half)];
};

/** Changes what it should say. */
export function altered<T extends StatementType>(
  type: T,
  change: (message: Payload<T>, me: Hands) => Payload<T> | null,
): Behaviour['make'] {
  return () => ({
    speak(own, me) {
      if (own.type !== type) return own;
      const message = change(own.message as Payload<T>, me);
      return message && me.world.say(me.org, { type, message } as Statement);
    },
  });
}

/** Says it to some only. */
export const toSome =
  (...types: StatementType[]): Behaviour['make'] =>
  () => ({
    audience: (own, me) => (types.includes(own.type) ? someOf(me) : (null as never)),
  });

export const toNobody =
  (...types: StatementType[]): Behaviour['make'] =>
  () => ({
    audience: ({ type }) => (types.includes(type) ? [] : (null as never)),
  });

/** Says one thing to some, another one to the others. */
export function twice<T extends StatementType>(
  type: T,
  change: (message: Payload<T>, me: Hands) => Payload<T>,
): Behaviour['make'] {
  return () => ({
    audience(own, me) {
      if (own.type !== type) return null as never;
      const [some, rest] = halves(me);
      me.say({ type, message: change(own.message as Payload<T>, me) } as Statement, rest);
      return some;
    },
  });
}

/** Says two other things to some before the one that it says to all. */
export function othersFirst<T extends StatementType>(
  type: T,
  change: (message: Payload<T>, me: Hands) => Payload<T>,
): Behaviour['make'] {
  return () => {
    const changed = new Set<string>();
    return {
      audience(own, me) {
        if (own.type !== type || changed.has(own.id)) return null as never;
        const [some] = halves(me);
        for (let i = 0; i < 2; i++) {
          const message = change(own.message as Payload<T>, me);
          changed.add(me.say({ type, message } as Statement, some).id);
        }
        return me.others;
      },
    };
  };
}

/** Once for each statement of a type that it hears. */
export function on<T extends StatementType>(
  type: T,
  react: (heard: Extract<Verified, { type: T }>, me: Hands) => void,
  most = Infinity,
): Behaviour['make'] {
  return () => {
    let times = 0;
    return {
      hear(message, me) {
        if (message.type !== type || times >= most) return;
        times += 1;
        react(message as never, me);
      },
    };
  };
}
