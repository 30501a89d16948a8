import { ActionIcon, Button, SegmentedControl, Skeleton, Text } from '@mantine/core';
import {
  IconArchive,
  IconArrowDown,
  IconArrowUp,
  IconForms,
  IconPencil,
  IconPlus,
  IconRestore,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { EmptyState, ErrorState, Hint, NoPermission, notifyError, notifyUndo, PageHeader, Panel } from '@/ui';
import type { CustomField } from '../types';
import classes from './CustomFields.module.css';
import { FIELD_KINDS, type FieldKind, fieldsQuery, movedOrder, useFieldChanges } from './customFields';
import { FieldDialog } from './FieldDialog';

interface RowProps {
  field: CustomField;
  fields: readonly CustomField[];
  kind: FieldKind;
  onEdit: () => void;
}

function Tool({
  label,
  icon: IconPart,
  onClick,
  disabled = false,
}: {
  label: string;
  icon: typeof IconPencil;
  onClick: () => void;
  disabled?: boolean;
}) {
  return (
    <Hint label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={disabled} onClick={onClick}>
        <IconPart size={17} aria-hidden />
      </ActionIcon>
    </Hint>
  );
}

function FieldRow({ field, fields, kind, onEdit }: RowProps) {
  const { t } = useTranslation('directory');
  const { setArchived, reorder } = useFieldChanges(kind);
  const archived = field.archivedAt !== null;
  const { label } = field;
  const move = (by: -1 | 1) => {
    const next = movedOrder(fields, field.id, by);
    if (next) void reorder(next).catch(notifyError);
  };
  const toggle = async () => {
    try {
      await setArchived(field, !archived);
      notifyUndo(t(archived ? 'customFields.unarchived' : 'customFields.archived', { label }), async () => {
        await setArchived(field, archived);
      });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        <Text fw={550} component="div">
          {label}
        </Text>
        <Text size="sm" c="dimmed" component="div">
          {t(`customFields.types.${field.type}`)}
          {field.options.length > 0 && `: ${field.options.join(', ')}`}
          {field.help && ` · ${field.help}`}
        </Text>
      </div>
      {!archived && (
        <>
          <Tool
            label={t('customFields.up', { label })}
            icon={IconArrowUp}
            disabled={fields[0]?.id === field.id}
            onClick={() => move(-1)}
          />
          <Tool
            label={t('customFields.down', { label })}
            icon={IconArrowDown}
            disabled={fields.at(-1)?.id === field.id}
            onClick={() => move(1)}
          />
          <Tool label={t('customFields.edit', { label })} icon={IconPencil} onClick={onEdit} />
        </>
      )}
      <Tool
        label={t(archived ? 'customFields.unarchive' : 'customFields.archive', { label })}
        icon={archived ? IconRestore : IconArchive}
        onClick={() => void toggle()}
      />
    </li>
  );
}

function Fields() {
  const { t } = useTranslation('directory');
  const [kind, setKind] = useState<FieldKind>('company');
  const [open, setOpen] = useState<{ field: CustomField | null } | null>(null);
  const { data, error, isPending, refetch } = useQuery(fieldsQuery(kind));
  const used = (data ?? []).filter((each) => !each.archivedAt);
  const away = (data ?? []).filter((each) => each.archivedAt);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ field: null })}>
      {t('customFields.add')}
    </Button>
  );
  const row = (field: CustomField) => (
    <FieldRow key={field.id} field={field} fields={used} kind={kind} onEdit={() => setOpen({ field })} />
  );
  return (
    <Panel title={t('customFields.title')} lead={t('customFields.lead')} actions={used.length > 0 && add}>
      <SegmentedControl
        mb="sm"
        aria-label={t('customFields.kind')}
        data={FIELD_KINDS.map((value) => ({ value, label: t(`customFields.of.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(value as FieldKind)}
      />
      {isPending && <Skeleton height={54} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && used.length === 0 && (
        <EmptyState icon={IconForms} title={t(`customFields.none.${kind}`)} actions={add}>
          {t('customFields.noneLead')}
        </EmptyState>
      )}
      <ul className={classes.rows}>{used.map(row)}</ul>
      {away.length > 0 && (
        <>
          <Text size="sm" fw={600} c="dimmed" mt="md">
            {t('customFields.away')}
          </Text>
          <ul className={classes.rows}>{away.map(row)}</ul>
        </>
      )}
      {open && <FieldDialog kind={kind} field={open.field} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

export default function CustomFieldSettings() {
  const { t } = useTranslation('directory');
  const { can } = useSession();
  return (
    <>
      <PageHeader title={t('customFields.title')} />
      {can('manage-pipelines') ? <Fields /> : <NoPermission />}
    </>
  );
}
