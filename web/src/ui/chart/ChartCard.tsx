import { ActionIcon, Menu, Skeleton, Tooltip } from '@mantine/core';
import { IconDownload, IconTable, IconTableOff } from '@tabler/icons-react';
import { type ReactNode, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/ui';
import classes from './Cards.module.css';
import { type Sheet, saveCsv, savePng } from './files';

interface ChartCardProps {
  title: string;
  /** False while the numbers are on their way. */
  ready: boolean;
  /** The button beside the title that says what the figure means. */
  definition?: ReactNode;
  error: unknown;
  onRetry: () => void;
  height: number;
  /** Switches of the chart, left of the buttons. */
  controls?: ReactNode;
  chart: ReactNode;
  /** Left out where the chart is a table itself. */
  table?: ReactNode;
  sheet: () => Sheet;
  png?: (() => string | undefined) | undefined;
  /** Instead of the chart when there is nothing to draw. */
  nothing?: string | undefined;
  wide?: boolean;
}

/** A chart with its definition, its table beneath and its exports. */
export function ChartCard(props: ChartCardProps) {
  const {
    title,
    ready,
    definition,
    error,
    onRetry,
    height,
    controls,
    chart,
    table,
    sheet,
    png,
    nothing,
    wide,
  } = props;
  const { t } = useTranslation('ui');
  const [shown, setShown] = useState(false);
  const id = useId();
  const name = title.toLocaleLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return (
    <section className={classes.card} data-wide={wide || undefined} aria-labelledby={`${id}-title`}>
      <header className={classes.cardHead}>
        <h2 id={`${id}-title`} className={classes.cardTitle}>
          {title}
        </h2>
        {ready && definition}
        <div className={classes.cardTools}>
          {!nothing && ready && controls}
          {ready && !nothing && (
            <>
              {table && (
                <Tooltip label={t(shown ? 'chart.hideTable' : 'chart.showTable')}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t(shown ? 'chart.hideTableOf' : 'chart.showTableOf', { chart: title })}
                    aria-expanded={shown}
                    aria-controls={`${id}-table`}
                    onClick={() => setShown(!shown)}
                  >
                    {shown ? <IconTableOff size={17} aria-hidden /> : <IconTable size={17} aria-hidden />}
                  </ActionIcon>
                </Tooltip>
              )}
              <Menu position="bottom-end" width={170}>
                <Menu.Target>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('chart.exportOf', { chart: title })}
                  >
                    <IconDownload size={17} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => saveCsv(sheet(), name)}>{t('chart.exportCsv')}</Menu.Item>
                  {png && (
                    <Menu.Item
                      onClick={() => {
                        const image = png();
                        if (image) savePng(image, name);
                      }}
                    >
                      {t('chart.exportPng')}
                    </Menu.Item>
                  )}
                </Menu.Dropdown>
              </Menu>
            </>
          )}
        </div>
      </header>
      {error && !ready ? (
        <ErrorState error={error} onRetry={onRetry} />
      ) : !ready ? (
        <Skeleton height={height} />
      ) : nothing ? (
        <p className={classes.nothing}>{nothing}</p>
      ) : (
        <Suspense fallback={<Skeleton height={height} />}>{chart}</Suspense>
      )}
      <div id={`${id}-table`} hidden={!shown}>
        {shown && ready && !nothing && table}
      </div>
    </section>
  );
}
