import { ActionIcon, Loader, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProgressBar, useErrorText, useFormat } from '@/ui';
import { DropZone } from '../DropZone';
import classes from '../Import.module.css';
import { Notice } from '../Notice';
import type { Import } from '../types';
import { forgetUpload, type Upload, useUploads } from '../upload';
import type { Draft } from '../useDraft';
import { FileCard } from './FileCard';

function UploadCard({ upload }: { upload: Upload }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const words = useErrorText();
  if (upload.error) {
    const { title, detail } = words(upload.error);
    return (
      <section className={classes.card} aria-label={upload.name} role="alert">
        <div className={classes.cardHead} style={{ marginBottom: 0 }}>
          <div className={classes.cardTitle}>
            <span className={classes.cardName}>{upload.name}</span>
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('file.dismiss', { name: upload.name })}
            onClick={() => forgetUpload(upload.key)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
        <Notice tone="lost">
          <strong>{title}</strong> {detail}
        </Notice>
      </section>
    );
  }
  return (
    <section className={classes.card} aria-label={upload.name}>
      {upload.sent < 1 ? (
        <ProgressBar
          label={t('file.sending', { name: upload.name })}
          value={upload.sent}
          detail={t('file.size', { size: format.number(upload.size / 1024, upload.size < 10_240 ? 1 : 0) })}
        />
      ) : (
        <Text size="sm" role="status" style={{ display: 'flex', alignItems: 'center', gap: 10 }}>
          <Loader size={14} aria-hidden /> {t('file.recognising', { name: upload.name })}
        </Text>
      )}
    </section>
  );
}

/** What came in, and how each file is read. */
export function FilesStep({ data, draft }: { data: Import; draft: Draft }) {
  const uploads = useUploads(data.id);
  return (
    <div className={`${classes.body} ${classes.stack}`}>
      {data.files.map((file) => (
        <FileCard key={file.id} file={file} draft={draft} />
      ))}
      {uploads.map((upload) => (
        <UploadCard key={upload.key} upload={upload} />
      ))}
      <DropZone onFiles={draft.addFiles} more={data.files.length + uploads.length > 0} />
    </div>
  );
}
