import { Badge, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import classes from '../Import.module.css';
import { byReason } from '../model/effect';
import type { Column, FilePreview, PreviewRefusal, Sample } from '../types';
import { useCounted } from '../useCounted';
import own from './Check.module.css';
import { EffectBar } from './EffectBar';

const SAMPLES = 5;
const EACH = 3;

function Samples({ samples }: { samples: Sample[] }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  if (samples.length === 0) return null;
  return (
    <>
      <Title order={3} size="h4" className={own.subtitle}>
        {t('check.samples')}
      </Title>
      <ul className={own.samples}>
        {samples.slice(0, SAMPLES).map((sample) => (
          <li key={sample.line}>
            <Badge size="sm" color={sample.effect.toLowerCase().startsWith('create') ? 'green' : 'river'}>
              {t(`sample.${sample.effect.toLowerCase()}`)}
            </Badge>
            <span>{sample.title}</span>
            <span className={classes.dim}>{t('file.line', { line: format.number(sample.line) })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Refused({ columns, items }: { columns: Column[]; items: PreviewRefusal[] }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  return (
    <ul className={own.refused}>
      {items.slice(0, EACH).map((each) => (
        <li key={each.line}>
          <span className="n-figure">{t('file.line', { line: format.number(each.line) })}</span>{' '}
          <span>{each.reason}</span>
          <span className={own.cells} title={columns.map((column) => column.name).join(' · ')}>
            {each.cells.filter((cell) => cell !== '').join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface FileEffectProps {
  effect: FilePreview;
  columns: Column[];
  samples: Sample[];
}

/** One file: how many rows go which way, a few of them, and why the refused ones are. */
export function FileEffect({ effect, columns, samples }: FileEffectProps) {
  const { t } = useTranslation('exchange');
  const counted = useCounted();
  const groups = byReason(effect.refusals);
  const more = effect.refuse + effect.duplicate - effect.refusals.length;
  return (
    <section className={own.file} aria-label={effect.name}>
      <div className={`${classes.cardHead} ${classes.cardTitle}`}>
        <Title order={2} size="h3">
          {effect.name}
        </Title>
        <span className={classes.dim}>
          {t(`entity.${effect.entity}`)}, {counted('exchange:count.rows', effect.rows)}
        </span>
      </div>
      <EffectBar counts={effect} />
      <Samples samples={samples} />
      {groups.length > 0 && (
        <>
          <Title order={3} size="h4" className={own.subtitle}>
            {t('check.refusals')}
          </Title>
          {groups.map(({ key, items }) => (
            <Refused key={key} columns={columns} items={items} />
          ))}
          {more > 0 && <p className={classes.dim}>{counted('exchange:check.moreRefused', more)}</p>}
        </>
      )}
    </section>
  );
}
