import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui';
import type { BoardTotals, Stage } from '../types';
import { useBoardState } from './boardScope';
import classes from './StageSwitcher.module.css';

interface StageSwitcherProps {
  stages: readonly Stage[];
  totals: BoardTotals;
  shown: string;
  onShow: (stageId: string) => void;
}

/** On a phone one stage is shown at a time. */
export function StageSwitcher({ stages, totals, shown, onShow }: StageSwitcherProps) {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  const countOf = (id: string) => totals.stages.find((each) => each.stageId === id)?.count ?? 0;
  const over = useBoardState((state) => state.over?.stageId);
  return (
    <nav className={classes.switcher} aria-label={t('board.stages')}>
      {stages.map((stage) => (
        <button
          key={stage.id}
          type="button"
          className={classes.stage}
          aria-pressed={stage.id === shown}
          data-stage={stage.id}
          data-over={(over === stage.id && over !== shown) || undefined}
          onClick={(event) => {
            onShow(stage.id);
            event.currentTarget.scrollIntoView({ inline: 'center', block: 'nearest', behavior: 'smooth' });
          }}
        >
          {stage.name}
          <span className="n-figure">{format.number(countOf(stage.id))}</span>
        </button>
      ))}
    </nav>
  );
}
