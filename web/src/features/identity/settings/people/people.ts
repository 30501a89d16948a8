import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '@/api';
import { meQuery, type Role, type Visibility } from '@/app/session';

export interface Ref {
  id: string;
  name: string;
}

export type Status = 'active' | 'invited' | 'placeholder' | 'deactivated';

export interface Person extends Ref {
  email?: string | null;
  role: Role;
  status: Status;
  visibility: Visibility;
  teams: Ref[];
  lastSeenAt?: string | null;
  twoFactor?: boolean;
  version: number;
}

export interface Team extends Ref {
  parent: Ref | null;
  manager: Ref | null;
  members: Ref[];
  version: number;
}

export interface Invited {
  user: Person;
  /** Shown once, to be handed to the person. */
  link: string;
}

export const ROLES: readonly Role[] = ['administrator', 'manager', 'representative', 'stakeholder'];
export const VISIBILITIES: readonly Visibility[] = ['own', 'team', 'all'];

/** What the server proposes for a new person of a role. */
export const USUAL: Record<Role, Visibility> = {
  administrator: 'all',
  manager: 'team',
  representative: 'own',
  stakeholder: 'all',
};

export const peopleQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => api.get<Person[]>('/users', { signal }),
});

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: ({ signal }) => api.get<Team[]>('/teams', { signal }),
});

/** People by what they are called, those who left at the end; `text` is a part of the name or address. */
export function foundPeople(
  people: readonly Person[],
  text: string,
  compare: (a: string, b: string) => number,
) {
  const wanted = text.trim().toLocaleLowerCase();
  const left = (person: Person) => Number(person.status === 'deactivated');
  return people
    .filter((each) => `${each.name} ${each.email ?? ''}`.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => left(a) - left(b) || compare(a.name, b.name));
}

export interface TeamNode {
  team: Team;
  depth: number;
}

/** Teams as a tree written down: each under the one it belongs to. */
export function teamTree(teams: readonly Team[], compare: (a: string, b: string) => number): TeamNode[] {
  const sorted = [...teams].sort((a, b) => compare(a.name, b.name));
  const known = new Set(teams.map((each) => each.id));
  const below = (parent: string | null, depth: number): TeamNode[] =>
    sorted
      .filter((each) => (each.parent && known.has(each.parent.id) ? each.parent.id : null) === parent)
      .flatMap((team) => [{ team, depth }, ...below(team.id, depth + 1)]);
  return below(null, 0);
}

/** The team itself and all below it: none of them can be above it. */
export function withBelow(teams: readonly Team[], id: string): Set<string> {
  const found = new Set([id]);
  for (let grown = true; grown; ) {
    const before = found.size;
    for (const each of teams) if (each.parent && found.has(each.parent.id)) found.add(each.id);
    grown = found.size > before;
  }
  return found;
}

/** Everything that changes people and teams. */
export function usePeople() {
  const client = useQueryClient();
  return useMemo(() => {
    const refresh = async () => {
      await Promise.all([client.invalidateQueries(peopleQuery), client.invalidateQueries(teamsQuery)]);
      void client.invalidateQueries(meQuery);
    };
    const then = async <T>(work: Promise<T>): Promise<T> => {
      const result = await work;
      await refresh();
      return result;
    };
    return {
      invite: (request: object) => then(api.post<Invited>('/users/invite', request)),
      newLink: (id: string, email?: string) =>
        then(api.post<Invited>(`/users/${id}/invite`, email ? { email } : {})),
      change: (person: Person, body: object) =>
        then(api.patch<Person>(`/users/${person.id}`, body, { ifMatch: person.version })),
      setStatus: (id: string, status: 'active' | 'deactivated') =>
        then(api.patch<Person>(`/users/${id}`, { status })),
      endSessions: (id: string) => api.delete(`/users/${id}/sessions`),
      endTwoFactor: (id: string) => then(api.post(`/users/${id}/two-factor/disable`)),
      createTeam: (body: object) => then(api.post<Team>('/teams', body)),
      changeTeam: (team: Team, body: object) =>
        then(api.patch<Team>(`/teams/${team.id}`, body, { ifMatch: team.version })),
      deleteTeam: (id: string) => then(api.delete(`/teams/${id}`)),
    };
  }, [client]);
}
