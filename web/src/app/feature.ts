import type { Icon } from '@tabler/icons-react';
import type { AnyRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Can } from './session';

/*
 * How a feature plugs itself in. Its `index.ts` is loaded at start and only registers: screens, charts and
 * other weight stay behind `lazyRouteComponent` or `lazy`.
 */
export interface NavItem {
  id: string;
  /** i18n key with namespace, e.g. `pipeline:nav.board`. */
  label: string;
  icon: Icon;
  to: string;
  /** Ascending; the lowest one is home. Use tens. */
  order: number;
  /** `main` by default; `foot` stands at the bottom of the rail. */
  place?: 'main' | 'foot';
  /** Offered in the phone's bottom bar instead of under More. At most two. */
  onPhone?: boolean;
  /** Second key after `g`: `b` gives `g b`. */
  goKey?: string;
  when?: (can: Can) => boolean;
}

export interface SettingsSection {
  /** Also its address: `/settings/<id>`. */
  id: string;
  label: string;
  description?: string;
  icon: Icon;
  group: 'personal' | 'workspace' | 'process' | 'data';
  order: number;
  load: () => Promise<{ default: ComponentType }>;
  when?: (can: Can) => boolean;
}

type RouteBuilder = (parent: AnyRoute) => AnyRoute[];

type ShellPart = () => Promise<{ default: ComponentType }>;

const nav: NavItem[] = [];
const parts: ShellPart[] = [];
const sections: SettingsSection[] = [];
const shellRoutes: RouteBuilder[] = [];
const bareRoutes: RouteBuilder[] = [];

const byOrder = (a: { order: number }, b: { order: number }) => a.order - b.order;

export function registerNav(...items: NavItem[]): void {
  nav.push(...items);
  nav.sort(byOrder);
}

export function navItems(): readonly NavItem[] {
  return nav;
}

export function registerSettingsSection(...items: SettingsSection[]): void {
  sections.push(...items);
  sections.sort(byOrder);
}

export function settingsSections(): readonly SettingsSection[] {
  return sections;
}

/** Routes inside the shell, for people who are signed in. */
export function registerRoutes(build: RouteBuilder): void {
  shellRoutes.push(build);
}

/** Routes without the shell: signing in, public pages. */
export function registerBareRoutes(build: RouteBuilder): void {
  bareRoutes.push(build);
}

export function routeBuilders(): { shell: readonly RouteBuilder[]; bare: readonly RouteBuilder[] } {
  return { shell: shellRoutes, bare: bareRoutes };
}

/** Something without a place of its own that lives as long as somebody is signed in: dialogs, live updates. */
export function registerShellPart(load: ShellPart): void {
  parts.push(load);
}

export function shellParts(): readonly ShellPart[] {
  return parts;
}
