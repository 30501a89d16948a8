import { Button, type ButtonProps } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Icon } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';

interface ToolButtonProps extends ButtonProps, Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps> {
  icon: Icon;
  label: string;
  /** Something is chosen behind it. */
  lit: boolean;
}

/** Opens filters; a narrow screen has room for its sign alone. */
export function ToolButton({ icon: Sign, label, lit, ...rest }: ToolButtonProps) {
  const narrow = useMediaQuery('(max-width: 860px)', false, { getInitialValueInEffect: false });
  const look = { size: 'xs', variant: lit ? 'light' : 'default', ...rest } as const;
  if (narrow) {
    return (
      <Button {...look} px={9} aria-label={label}>
        <Sign size={17} aria-hidden />
      </Button>
    );
  }
  return (
    <Button {...look} leftSection={<Sign size={15} aria-hidden />}>
      {label}
    </Button>
  );
}
