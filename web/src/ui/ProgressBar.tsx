import { Progress, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useFormat } from './format';

/** True once something has gone on for longer than a moment: sooner, a bar would only flicker. */
export function useSlow(active: boolean, afterMs = 1000): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = window.setTimeout(() => setSlow(true), afterMs);
    return () => {
      window.clearTimeout(timer);
      setSlow(false);
    };
  }, [active, afterMs]);
  return slow;
}

interface ProgressBarProps {
  label: string;
  /** From 0 to 1; null while the amount of work is not known. */
  value: number | null;
  /** Under the bar: "3,200 of 8,800 rows". */
  detail?: string;
}

/** Work that takes longer than a second. */
export function ProgressBar({ label, value, detail }: ProgressBarProps) {
  const format = useFormat();
  const percent = value === null ? 100 : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div>
      <Text component="div" size="sm" mb={6} style={{ display: 'flex', justifyContent: 'space-between' }}>
        <span>{label}</span>
        {value !== null && <span className="n-figure">{format.percent(percent / 100)}</span>}
      </Text>
      <Progress.Root size="sm" transitionDuration={200}>
        <Progress.Section
          value={percent}
          animated={value === null || value < 1}
          striped={value === null}
          aria-label={label}
          {...(value === null && { 'aria-valuenow': undefined })}
        />
      </Progress.Root>
      {detail && (
        <Text size="xs" c="dimmed" mt={6} className="n-figure">
          {detail}
        </Text>
      )}
    </div>
  );
}
