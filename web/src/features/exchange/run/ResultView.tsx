import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconPlayerPlay, IconRepeat } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { confirm, Panel, useFormat } from '@/ui';
import figures from '../Figures.module.css';
import { OUTCOMES, outcomeTotal } from '../model/effect';
import { Notice } from '../Notice';
import type { Entity, Import } from '../types';
import { useCounted } from '../useCounted';
import { RefusedRows } from './RefusedRows';
import { UndoReport } from './UndoReport';
import { useResultActs } from './useResultActs';

const TONE = { created: 'create', updated: 'update', unchanged: 'unchanged', refused: 'refuse' } as const;
/** Where what came in is seen. */
const LISTS: Partial<Record<Entity, string>> = {
  deal: '/deals',
  company: '/companies',
  contact: '/contacts',
};

function Figures({ data }: { data: Import }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  return (
    <>
      <div className={figures.bar} aria-hidden>
        {OUTCOMES.filter((outcome) => data[outcome] > 0).map((outcome) => (
          <i key={outcome} data-tone={TONE[outcome]} style={{ flex: data[outcome] }} />
        ))}
      </div>
      <dl className={figures.figures}>
        {OUTCOMES.map((outcome) => (
          <div key={outcome}>
            <dt>
              <i data-tone={TONE[outcome]} aria-hidden />
              {t(`outcome.${outcome}`)}
            </dt>
            <dd className="n-figure">{format.number(data[outcome])}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Links({ data }: { data: Import }) {
  const { t } = useTranslation('exchange');
  const kinds = (Object.keys(LISTS) as Entity[]).filter((kind) =>
    data.files.some((file) => file.entity === kind),
  );
  if (data.created + data.updated === 0 || kinds.length === 0) return null;
  return (
    <Group gap={8} mt="md">
      {kinds.map((kind) => (
        <Button
          key={kind}
          size="xs"
          variant="light"
          component={Link}
          to={LISTS[kind] ?? '/'}
          search={(kind === 'deal' ? { import: data.id } : {}) as never}
        >
          {t(`result.show.${kind}`)}
        </Button>
      ))}
      {kinds.includes('deal') && (
        <Button size="xs" variant="light" component={Link} to="/board">
          {t('result.board')}
        </Button>
      )}
    </Group>
  );
}

function Acts({ data }: { data: Import }) {
  const { t } = useTranslation('exchange');
  const counted = useCounted();
  const navigate = useNavigate();
  const { goOn, undo, repeat } = useResultActs(data.id, (id) =>
    navigate({ to: '/import/$importId', params: { importId: id }, search: { step: 'files' } as never }),
  );
  const stopped = data.status === 'failed' || data.status === 'cancelled';
  const wrote = data.created + data.updated > 0;
  const ask = async () => {
    const restored = data.updated > 0 ? ` ${counted('exchange:undo.restores', data.updated)}` : '';
    const yes = await confirm({
      title: t('undo.title', { name: data.name }),
      detail: `${counted('exchange:undo.removes', data.created)}${restored} ${t('undo.keeps')}`,
      act: t('undo.act'),
      danger: true,
    });
    if (yes) undo.mutate();
  };
  return (
    <>
      {stopped && data.files.length > 0 && (
        <Button
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={goOn.isPending}
          onClick={() => goOn.mutate()}
        >
          {t('result.goOn')}
        </Button>
      )}
      {data.files.length > 0 && (
        <Button
          variant="default"
          leftSection={<IconRepeat size={16} aria-hidden />}
          loading={repeat.isPending}
          onClick={() => repeat.mutate()}
        >
          {t('result.repeat')}
        </Button>
      )}
      {data.status !== 'undone' && wrote && (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          loading={undo.isPending}
          onClick={() => void ask()}
        >
          {t('undo.act')}
        </Button>
      )}
    </>
  );
}

/** What an import came to, and what can still be done about it. */
export function ResultView({ data }: { data: Import }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const counted = useCounted();
  const open = data.totalRows - outcomeTotal(data);
  return (
    <>
      <Panel
        title={counted(`exchange:result.${data.status}`, data.doneRows)}
        lead={data.finishedAt && t('result.finished', { when: format.dateTime(data.finishedAt) })}
        actions={<Acts data={data} />}
      >
        <Figures data={data} />
        {data.failure && <Notice tone="lost">{data.failure}</Notice>}
        {open > 0 && data.status !== 'undone' && (
          <Notice tone="risk">{counted('exchange:result.open', open)}</Notice>
        )}
        {data.status !== 'undone' && <Links data={data} />}
      </Panel>
      {data.undo && data.status === 'undone' && <UndoReport undo={data.undo} />}
      {data.refused > 0 && <RefusedRows data={data} />}
    </>
  );
}
