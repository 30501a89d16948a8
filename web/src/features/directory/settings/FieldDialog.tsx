import { Button, Group, Select, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api';
import { Modal, notifyDone, notifyError } from '@/ui';
import type { CustomField, FieldType } from '../types';
import { FIELD_TYPES, type FieldDraft, type FieldKind, isChoice, useFieldChanges } from './customFields';

interface FieldDialogProps {
  kind: FieldKind;
  /** Null for a new one. */
  field: CustomField | null;
  onClose: () => void;
}

/** A field of one's own: what it is called, what it holds. Its type never changes afterwards. */
export function FieldDialog({ kind, field, onClose }: FieldDialogProps) {
  const { t } = useTranslation('directory');
  const { create, change } = useFieldChanges(kind);
  const form = useForm<FieldDraft>({
    initialValues: {
      label: field?.label ?? '',
      type: field?.type ?? 'text',
      options: field?.options ?? [],
      help: field?.help ?? '',
    },
    validate: {
      label: (value) => (value.trim() ? null : t('customFields.labelNeeded')),
      options: (value, { type }) =>
        isChoice(type) && value.length === 0 ? t('customFields.optionsNeeded') : null,
    },
  });
  const submit = form.onSubmit(async (draft) => {
    try {
      await (field ? change(field, draft) : create(draft));
      notifyDone(t('customFields.saved', { label: draft.label.trim() }));
      onClose();
    } catch (error) {
      if (error instanceof ApiError && error.errors.length > 0) form.setErrors(error.fieldErrors());
      else notifyError(error);
    }
  });
  const { type } = form.values;
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      title={field ? field.label : t(`customFields.new.${kind}`)}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={t('customFields.label')}
            placeholder={t('customFields.labelExample')}
            {...form.getInputProps('label')}
          />
          <Select
            label={t('customFields.type')}
            description={field ? t('customFields.typeFixed') : t(`customFields.typeLead.${type}`)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            allowDeselect={false}
            disabled={field !== null}
            data={FIELD_TYPES.map((value) => ({ value, label: t(`customFields.types.${value}`) }))}
            {...form.getInputProps('type')}
            onChange={(value) => form.setFieldValue('type', value as FieldType)}
          />
          {isChoice(type) && (
            <TagsInput
              label={t('customFields.options')}
              description={t('customFields.optionsLead')}
              acceptValueOnBlur
              splitChars={[';', '\n']}
              {...form.getInputProps('options')}
            />
          )}
          <Textarea
            autosize
            minRows={2}
            label={t('customFields.help')}
            description={t('customFields.helpLead')}
            {...form.getInputProps('help')}
          />
        </Stack>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={form.submitting}>
            {t('ui:save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
