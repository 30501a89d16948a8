import { Alert, Button, FileInput, Group, Stack, Table, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api';
import { Modal, useErrorText } from '@/ui';
import { useLacks } from '@/ui/lacks';
import type { ImportReport } from './api';
import classes from './Finance.module.css';

function Report({ report }: { report: ImportReport }) {
  const { t } = useTranslation('forecast');
  return (
    <Stack gap="sm" role="status">
      <Text>
        {t('finance.import.added', { count: report.added })},{' '}
        {t('finance.import.receipts', { count: report.receipts })},{' '}
        {t('finance.import.unchanged', { count: report.unchanged })}.
      </Text>
      {report.refusedRows > 0 && (
        <>
          <Alert color="amber" title={t('finance.import.refused', { count: report.refusedRows })}>
            {t('finance.import.refusedHelp')}
          </Alert>
          <div className={classes.refused}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('finance.import.line')}</Table.Th>
                  <Table.Th>{t('finance.field.number')}</Table.Th>
                  <Table.Th>{t('finance.import.reason')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {report.refused.map((row) => (
                  <Table.Tr key={row.line}>
                    <Table.Td className="n-figure">{row.line}</Table.Td>
                    <Table.Td>{row.number || '–'}</Table.Td>
                    <Table.Td>{row.reason}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </>
      )}
    </Stack>
  );
}

/** Invoices and payments from a file, and what became of each line. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('forecast');
  const words = useErrorText();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const lacks = useLacks({ file: !file });
  const bring = async () => {
    if (!file) {
      lacks.tell();
      return;
    }
    setBusy(true);
    setError(null);
    const form = new FormData();
    form.append('file', file, file.name);
    try {
      setReport(await api.post<ImportReport>('/forecast/invoices/import', form));
      await client.invalidateQueries({ queryKey: ['invoices'] });
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('finance.import.title')}
      closeButtonProps={{ 'aria-label': t('finance.close') }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('finance.import.lead')}
        </Text>
        <FileInput
          data-autofocus
          label={t('finance.import.file')}
          placeholder={t('finance.import.choose')}
          accept=".csv,.tsv,.txt,text/csv"
          value={file}
          error={lacks.at('file')}
          onChange={(next) => {
            setFile(next);
            setReport(null);
          }}
        />
        {error !== null && (
          <Alert color="red" role="alert" title={words(error).title}>
            {words(error).detail}
          </Alert>
        )}
        {report && <Report report={report} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {report ? t('finance.close') : t('finance.cancel')}
          </Button>
          {!report && (
            <Button loading={busy} onClick={() => void bring()}>
              {t('finance.import.act')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
