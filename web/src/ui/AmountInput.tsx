import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useFormat } from './format';

/** A field for a whole amount, grouped as its reader writes numbers. */
export function AmountInput(props: NumberInputProps) {
  const { group, decimal } = useFormat().marks;
  return (
    <NumberInput
      size="xs"
      min={0}
      hideControls
      allowDecimal={false}
      thousandSeparator={group}
      decimalSeparator={decimal}
      {...props}
    />
  );
}
