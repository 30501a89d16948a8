import { SegmentedControl, Text } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';

interface QuestionProps {
  label: string;
  options: { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
}

/** Something the values leave open. */
export function Question({ label, options, value, onChange }: QuestionProps) {
  return (
    <div>
      <Text size="xs" mb={3} c="var(--n-risk)" fw={550}>
        <IconHelpCircle size={13} aria-hidden style={{ verticalAlign: '-2px' }} /> {label}
      </Text>
      <SegmentedControl size="xs" aria-label={label} data={options} value={value} onChange={onChange} />
    </div>
  );
}
