import { ActionIcon, Drawer } from '@mantine/core';
import { IconMathFunction } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Cards.module.css';

/** What is said of a figure: a word for it, and the words. */
export type MathsLine = readonly [label: string, text: string];

/** Lines of a figure's maths, or of what is compared with it. */
export function MathsWords({ lines }: { lines: readonly MathsLine[] }) {
  return (
    <dl className={classes.words}>
      {lines.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

interface MathsDrawerProps {
  /** What the button is called. */
  label: string;
  title: string;
  /** Made when it is opened. */
  children: () => ReactNode;
}

/** The button beside a figure that shows the maths behind it. */
export function MathsDrawer({ label, title, children }: MathsDrawerProps) {
  const { t } = useTranslation('ui');
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActionIcon
        size={24}
        variant="subtle"
        color="gray"
        aria-label={label}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <IconMathFunction size={16} aria-hidden />
      </ActionIcon>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position="right"
        size="min(440px, 100vw)"
        title={title}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {open && children()}
      </Drawer>
    </>
  );
}
