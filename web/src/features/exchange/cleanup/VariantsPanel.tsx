import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/ui';
import classes from '../Import.module.css';
import { decide, isAccepted } from '../model/cleanup';
import type { Import, Proposals, VariantProposal } from '../types';
import { useCounted } from '../useCounted';
import type { Draft } from '../useDraft';
import own from './CleanUp.module.css';

interface PanelProps {
  data: Import;
  draft: Draft;
  proposals: Proposals;
}

/** One spelling beside the one it probably means. */
function VariantRow({
  data,
  draft,
  proposal,
}: Omit<PanelProps, 'proposals'> & { proposal: VariantProposal }) {
  const { t } = useTranslation('exchange');
  const counted = useCounted();
  const accepted = data.options.unifications;
  const file = data.files.find((each) => each.id === proposal.fileId);
  const names = { variant: proposal.variant, canonical: proposal.canonical };
  return (
    <li className={own.variant}>
      <span className={own.change}>
        <del>{proposal.variant}</del>
        <IconArrowRight size={15} aria-label={t('variant.to')} />
        <ins>{proposal.canonical}</ins>
      </span>
      <span className={classes.dim}>
        {counted('exchange:count.rows', proposal.count)} · {file?.name}: {proposal.header} ·{' '}
        {t(`variant.reason.${proposal.reason}`)}
      </span>
      <SegmentedControl
        size="xs"
        aria-label={t('variant.decide', names)}
        data={[
          { value: 'apart', label: t('variant.keep') },
          { value: 'one', label: t('variant.unify') },
        ]}
        value={isAccepted(accepted, proposal) ? 'one' : 'apart'}
        onChange={(value) =>
          draft.changeOptions({ unifications: decide(accepted, [proposal], value === 'one') })
        }
      />
    </li>
  );
}

/** Texts that differ only in how they are written, or by a letter. */
export function VariantsPanel({ data, draft, proposals }: PanelProps) {
  const { t } = useTranslation('exchange');
  const counted = useCounted();
  const all = proposals.unifications;
  if (all.length === 0) return null;
  const accepted = data.options.unifications;
  const open = all.filter((each) => !isAccepted(accepted, each));
  const rows = open.reduce((sum, each) => sum + each.count, 0);
  return (
    <Panel
      title={t('variant.title')}
      lead={open.length === 0 ? t('variant.allDone') : counted('exchange:variant.lead', rows)}
      actions={
        <Button
          size="xs"
          variant={open.length > 0 ? 'filled' : 'default'}
          onClick={() => draft.changeOptions({ unifications: decide(accepted, all, open.length > 0) })}
        >
          {t(open.length > 0 ? 'variant.unifyAll' : 'variant.keepAll')}
        </Button>
      }
    >
      <ul className={own.list}>
        {all.map((proposal) => (
          <VariantRow
            key={`${proposal.fileId}/${proposal.column}/${proposal.variant}`}
            data={data}
            draft={draft}
            proposal={proposal}
          />
        ))}
      </ul>
    </Panel>
  );
}
