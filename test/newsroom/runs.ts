const { env } = import.meta as ImportMeta & { env: { MODE: string } };

/** How many histories a property is tried with. `npm run test:property` takes its time. */
export const runs = env.MODE === 'thorough' ? 10_000 : 200;
