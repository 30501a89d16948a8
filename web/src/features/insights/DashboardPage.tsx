import { Button } from '@mantine/core';
import { IconChartHistogram } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { CommandButton } from '@/commands';
import { EmptyState, ErrorState, PageHeader, useFormat } from '@/ui';
import page from '@/ui/Page.module.css';
import { type Summary, summaryQuery } from './api';
import { Breakdown } from './Breakdown';
import classes from './Insights.module.css';
import { OpenByStage } from './OpenByStage';
import { QuestionBar } from './QuestionBar';
import { StageAgeing } from './StageAgeing';
import { Tiles, TilesSkeleton } from './Tiles';
import { useQuestion } from './useQuestion';
import { WonByMonth } from './WonByMonth';

const isEmpty = (summary: Summary) =>
  summary.winRateClosed.n + summary.winRateCohort.n + summary.openCount.n === 0;

function Nothing({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  const { t } = useTranslation('insights');
  const { can } = useSession();
  return (
    <EmptyState
      icon={IconChartHistogram}
      title={t(narrowed ? 'empty.narrowTitle' : 'empty.title')}
      actions={
        narrowed ? (
          <Button variant="default" onClick={onClear}>
            {t('empty.widen')}
          </Button>
        ) : (
          <>
            {can('import') && (
              <Button component={Link} to={'/import' as never}>
                {t('empty.import')}
              </Button>
            )}
            <CommandButton id="pipeline.new-deal" size="sm" variant="default" />
          </>
        )
      }
    >
      {t(narrowed ? 'empty.narrowDetail' : 'empty.detail')}
    </EmptyState>
  );
}

export function DashboardPage() {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const question = useQuestion();
  const { asked } = question;
  const { data, error, refetch, isPlaceholderData } = useQuery(summaryQuery(asked));
  const narrowed = Object.keys(asked).length > 0;
  return (
    <div className={page.page}>
      <PageHeader
        title={t('title')}
        actions={data && <span className={page.asOf}>{t('asOf', { time: format.dateTime(data.asOf) })}</span>}
      >
        <QuestionBar question={question} />
      </PageHeader>
      <div className={page.scroll} data-waiting={isPlaceholderData || undefined}>
        {error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data && isEmpty(data) ? (
          <Nothing narrowed={narrowed} onClear={question.clearAll} />
        ) : (
          <div className={page.content}>
            {data ? <Tiles summary={data} /> : <TilesSkeleton />}
            <div className={classes.cards}>
              <WonByMonth asked={asked} />
              <OpenByStage asked={asked} />
              <StageAgeing asked={asked} />
              <Breakdown asked={asked} />
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
