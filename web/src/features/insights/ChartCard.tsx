import { ActionIcon, Menu, Skeleton, Tooltip } from '@mantine/core';
import { IconDownload, IconTable, IconTableOff } from '@tabler/icons-react';
import { type ReactNode, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/ui';
import type { About } from './api';
import { DefinitionButton } from './DefinitionButton';
import { type Sheet, saveCsv, savePng } from './files';
import classes from './Insights.module.css';

interface ChartCardProps {
  title: string;
  /** Undefined while it is on its way. */
  about: (About & { definition: string; n: number }) | undefined;
  error: unknown;
  onRetry: () => void;
  height: number;
  /** Switches of the chart, left of the buttons. */
  controls?: ReactNode;
  chart: ReactNode;
  table: ReactNode;
  sheet: () => Sheet;
  png?: (() => string | undefined) | undefined;
  /** Instead of the chart when there is nothing to draw. */
  nothing?: string | undefined;
  wide?: boolean;
}

/** A chart with its definition, its table beneath and its exports. */
export function ChartCard(props: ChartCardProps) {
  const { title, about, error, onRetry, height, controls, chart, table, sheet, png, nothing, wide } = props;
  const { t } = useTranslation('insights');
  const [shown, setShown] = useState(false);
  const id = useId();
  const name = title.toLocaleLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return (
    <section className={classes.card} data-wide={wide || undefined} aria-labelledby={`${id}-title`}>
      <header className={classes.cardHead}>
        <h2 id={`${id}-title`} className={classes.cardTitle}>
          {title}
        </h2>
        {about && <DefinitionButton of={about.definition} title={title} about={about} n={about.n} />}
        <div className={classes.cardTools}>
          {!nothing && about && controls}
          {about && !nothing && (
            <>
              <Tooltip label={t(shown ? 'hideTable' : 'showTable')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t(shown ? 'hideTableOf' : 'showTableOf', { chart: title })}
                  aria-expanded={shown}
                  aria-controls={`${id}-table`}
                  onClick={() => setShown(!shown)}
                >
                  {shown ? <IconTableOff size={17} aria-hidden /> : <IconTable size={17} aria-hidden />}
                </ActionIcon>
              </Tooltip>
              <Menu position="bottom-end" width={170}>
                <Menu.Target>
                  <ActionIcon variant="subtle" color="gray" aria-label={t('exportOf', { chart: title })}>
                    <IconDownload size={17} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => saveCsv(sheet(), name)}>{t('exportCsv')}</Menu.Item>
                  {png && (
                    <Menu.Item
                      onClick={() => {
                        const image = png();
                        if (image) savePng(image, name);
                      }}
                    >
                      {t('exportPng')}
                    </Menu.Item>
                  )}
                </Menu.Dropdown>
              </Menu>
            </>
          )}
        </div>
      </header>
      {error && !about ? (
        <ErrorState error={error} onRetry={onRetry} />
      ) : !about ? (
        <Skeleton height={height} />
      ) : nothing ? (
        <p className={classes.nothing}>{nothing}</p>
      ) : (
        <Suspense fallback={<Skeleton height={height} />}>{chart}</Suspense>
      )}
      <div id={`${id}-table`} hidden={!shown}>
        {shown && about && !nothing && table}
      </div>
    </section>
  );
}
