import type { settle } from '../../functions/shared/settle.ts';
import type { Bend, Parts, StepName } from './parts.ts';

/** A mistake that somebody could make in the steps, and the histories in which it must show. */
export type Fault = {
  shows:
    | 'anywhere'
    | 'in meetings'
    | 'in redesigns'
    | 'in papers'
    | 'in mastheads'
    | 'in rosters'
    | 'in moves'
    | 'in schedules'
    | 'in growth';
  bend?: Bend;
  settle?: typeof settle;
};

type About = Parameters<Bend>[2];

/** Bends one step only. */
export function at(step: StepName, change: (parts: Parts, about: About) => Partial<Parts>): Bend {
  return (name, parts, about) => (name === step ? change(parts, about) : {});
}

/** A store of which some methods are others. */
export function but<T extends object>(store: T, others: Partial<T>): T {
  return new Proxy(store, {
    get: (target, name) => Reflect.get(name in others ? others : target, name),
  });
}

/** Route does not name these pages. */
export function forgets(pages: RegExp): Bend {
  return at('route', ({ toRender }) => ({
    toRender: (messages) =>
      toRender(messages.filter((one) => !('page' in one && pages.test(one.page)))),
  }));
}
