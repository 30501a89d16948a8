import { Avatar, Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSession } from '@/app/session';
import { type Amount, useFormat } from './format';

interface MoneyProps {
  amount: Amount | null | undefined;
  /** The workspace's currency when left out. */
  currency?: string | undefined;
  compact?: boolean;
  whole?: boolean;
}

/** An amount of money; compact ones tell the exact amount on hover. */
export function Money({ amount, currency, compact = false, whole = false }: MoneyProps) {
  const format = useFormat();
  const { me } = useSession();
  const code = currency ?? me?.workspace.currency ?? 'EUR';
  if (amount === null || amount === undefined) return <span className="n-figure">–</span>;
  if (!compact) return <span className="n-figure">{format.money(amount, code, whole)}</span>;
  return (
    <Tooltip label={format.money(amount, code)}>
      <span className="n-figure">{format.moneyCompact(amount, code)}</span>
    </Tooltip>
  );
}

/** A day or a moment, in the reader's zone. */
export function DateText({ value, time = false }: { value: string | null | undefined; time?: boolean }) {
  const format = useFormat();
  if (!value) return <span>–</span>;
  return (
    <time className="n-figure" dateTime={value}>
      {time ? format.dateTime(value) : format.date(value)}
    </time>
  );
}

/** How long ago, or how soon; the exact moment on hover. Keeps itself up to date. */
export function Ago({ value }: { value: string }) {
  const format = useFormat();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => tick((n) => n + 1), 60_000);
    return () => window.clearInterval(timer);
  }, []);
  return (
    <Tooltip label={value.includes('T') ? format.dateTime(value) : format.date(value)}>
      <time dateTime={value}>{format.ago(value)}</time>
    </Tooltip>
  );
}

const TONES = [
  'river.8',
  'green.8',
  'amber.7',
  '#5a4b8a',
  '#8a3f63',
  '#3f5a8a',
  '#5b6a2f',
  '#7a4a34',
] as const;

function toneOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return TONES[sum % TONES.length] ?? TONES[0];
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return picked
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

interface PersonAvatarProps {
  name: string;
  size?: number;
  /** False where the name stands right beside it. */
  named?: boolean;
}

export function PersonAvatar({ name, size = 24, named = true }: PersonAvatarProps) {
  const avatar = (
    <Avatar
      size={size}
      radius="xl"
      variant="filled"
      color={toneOf(name)}
      styles={{ placeholder: { color: '#fff', fontSize: Math.round(size * 0.4), fontWeight: 600 } }}
      {...(named ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
    >
      {initials(name)}
    </Avatar>
  );
  return named ? <Tooltip label={name}>{avatar}</Tooltip> : avatar;
}
