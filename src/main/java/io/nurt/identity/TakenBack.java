package io.nurt.identity;

/**
 * What became of the people and teams of an import that is undone.
 *
 * @param people deleted
 * @param teams deleted
 * @param kept people who stay: they have been invited since, or own records that stay
 */
public record TakenBack(int people, int teams, int kept) {}
