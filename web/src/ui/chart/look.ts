import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';

export interface Look {
  ink: string;
  soft: string;
  line: string;
  surface: string;
  raised: string;
  accent: string;
  accentSoft: string;
  won: string;
  lost: string;
  risk: string;
}

const NAMES: Record<keyof Look, string> = {
  ink: '--n-ink',
  soft: '--n-ink-soft',
  line: '--n-line',
  surface: '--n-surface',
  raised: '--n-raised',
  accent: '--n-accent',
  accentSoft: '--n-accent-soft',
  won: '--n-won',
  lost: '--n-lost',
  risk: '--n-risk',
};

/** A canvas cannot read CSS variables: their values in the present theme. */
export function useLook(): Look {
  const scheme = useComputedColorScheme('light');
  return useMemo(() => {
    const element = document.documentElement;
    // Mantine writes the scheme on the root after this has run; ask for what it is about to be.
    const before = element.getAttribute('data-mantine-color-scheme');
    if (before !== scheme) element.setAttribute('data-mantine-color-scheme', scheme);
    const style = getComputedStyle(element);
    const look = Object.fromEntries(
      Object.entries(NAMES).map(([name, variable]) => [name, style.getPropertyValue(variable).trim()]),
    );
    return look as unknown as Look;
  }, [scheme]);
}

/** Colours between two, the ends included. */
export function between(from: string, to: string, steps: number): string[] {
  const read = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const [a, b] = [read(from), read(to)];
  return Array.from({ length: steps }, (_, step) => {
    const share = steps === 1 ? 0 : step / (steps - 1);
    const mixed = a.map((value, index) => Math.round(value + ((b[index] ?? value) - value) * share));
    return `rgb(${mixed.join(',')})`;
  });
}
