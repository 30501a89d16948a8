import type { components } from './schema';

export * from './client';
export * from './errors';

/** A type of the server's contract by its name: `Schema<'Deal'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** The same with some members told more closely: texts that are one of a few. */
export type Narrow<Type, Members> = Omit<Type, keyof Members> & Members;
