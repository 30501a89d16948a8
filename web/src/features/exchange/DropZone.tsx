import { Button, FileButton, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './DropZone.module.css';
import { fileOfText } from './upload';

interface DropZoneProps {
  onFiles: (files: File[]) => void;
  /** Files are here already; more are welcome. */
  more?: boolean;
  /** As part of a larger screen. */
  small?: boolean;
  busy?: boolean;
}

const inField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]') !== null;

/** Rows copied from a spreadsheet arrive as text, a copied file as a file. */
function pasted(data: DataTransfer, name: string): File[] {
  if (data.files.length > 0) return [...data.files];
  const text = data.getData('text/plain');
  return /\n./.test(text.trim()) ? [fileOfText(text, name)] : [];
}

/** Takes files that are dropped, picked or pasted. */
export function DropZone({ onFiles, more = false, small = more, busy = false }: DropZoneProps) {
  const { t } = useTranslation('exchange');
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const take = useRef(onFiles);
  const name = t('drop.pastedName');
  useEffect(() => {
    take.current = onFiles;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (inField(event.target) || !event.clipboardData) return;
      const files = pasted(event.clipboardData, name);
      if (files.length > 0) take.current(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [name]);

  // Entering a child leaves its parent: only the balance tells whether the pointer is still inside.
  const shift = (by: number) => (event: DragEvent) => {
    event.preventDefault();
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };
  return (
    <section
      className={classes.zone}
      aria-label={t('drop.label')}
      data-over={over || undefined}
      data-small={small || undefined}
      onDragEnter={shift(1)}
      onDragLeave={shift(-1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      {!small && (
        <span className={classes.zoneSign}>
          <IconFileUpload size={26} stroke={1.6} aria-hidden />
        </span>
      )}
      <Text fw={600}>{t(more ? 'drop.more' : 'drop.title')}</Text>
      <Text size="sm" c="dimmed" mb={6}>
        {t('drop.hint')}
      </Text>
      <FileButton
        multiple
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        onChange={(files) => files.length > 0 && onFiles(files)}
        inputProps={{ 'aria-label': t('drop.pick') }}
      >
        {(props) => (
          <Button {...props} variant={small ? 'default' : 'filled'} size={small ? 'xs' : 'sm'} loading={busy}>
            {t('drop.pick')}
          </Button>
        )}
      </FileButton>
      {!small && <span className={classes.systems}>{t('drop.systems')}</span>}
    </section>
  );
}
