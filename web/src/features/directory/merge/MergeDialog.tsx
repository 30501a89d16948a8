import { Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, Modal } from '@/ui';
import { recordQuery } from '../api';
import type { DirectoryRecord, Kind } from '../types';
import { ChooseFields } from './ChooseFields';
import { ChooseOther } from './ChooseOther';

interface MergeDialogProps {
  kind: Kind;
  /** The one that stays. */
  record: DirectoryRecord;
  /** The one that goes, where it is known already. */
  otherId: string | null;
  onClose: () => void;
}

/** Makes one record of two: first which, then what is kept of each. */
export function MergeDialog({ kind, record, otherId, onClose }: MergeDialogProps) {
  const { t } = useTranslation('directory');
  const phone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useState(otherId);
  const {
    data: other,
    error,
    refetch,
  } = useQuery({ ...recordQuery(kind, chosen ?? ''), enabled: chosen !== null });
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('ui:close') }}
      opened
      onClose={onClose}
      size={760}
      fullScreen={phone}
      title={t(`merge.title.${kind}`)}
    >
      {chosen === null && <ChooseOther kind={kind} record={record} onChoose={setChosen} />}
      {chosen !== null && error && !other && <ErrorState error={error} onRetry={() => void refetch()} />}
      {chosen !== null && !other && !error && <Skeleton height={220} radius="md" />}
      {other && (
        <ChooseFields
          kind={kind}
          record={record}
          other={other}
          onBack={otherId === null ? () => setChosen(null) : null}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}
