import type { DBCore, Middleware } from 'dexie';

/**
 * Transactions on exactly one of these sets of tables are over when the computer has taken them, not only when the disk
 * has: a power cut may take the last of them back, each whole, and nothing before one that is strict. For what is fetched
 * again anyway; the database's other transactions stay strict.
 */
export const relaxed = (sets: () => readonly (readonly string[])[]): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'relaxed transactions',
  create: (core) => ({
    transaction: (names, mode, options) =>
      core.transaction(
        names,
        mode,
        sets().some((tables) => names.length === tables.length && tables.every((one) => names.includes(one)))
          ? { ...options, durability: 'relaxed' }
          : options,
      ),
  }),
});
