import { IconTrophy, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Board.module.css';
import { useBoard, useBoardState } from './boardScope';
import { makeZone } from './dnd';

function Zone({ zone }: { zone: 'won' | 'lost' }) {
  const { t } = useTranslation('pipeline');
  const element = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    return makeZone(element.current, zone, setOver);
  }, [zone]);
  const Sign = zone === 'won' ? IconTrophy : IconX;
  return (
    <div ref={element} className={classes.zone} data-zone={zone} data-over={over || undefined}>
      <Sign size={20} aria-hidden />
      {t(`board.drop.${zone}`)}
    </div>
  );
}

/** Targets for closing a deal. They only exist while a card is dragged: the keyboard has commands instead. */
export function DropZones() {
  const { pipeline } = useBoard();
  const dragging = useBoardState((state) => state.dragged !== null);
  // Messages lie where the targets are: they step aside for as long as a card is in the air.
  useEffect(() => {
    document.documentElement.toggleAttribute('data-dragging', dragging);
    return () => document.documentElement.removeAttribute('data-dragging');
  }, [dragging]);
  if (!dragging) return null;
  const has = (kind: string) => pipeline.stages.some((stage) => stage.kind === kind);
  return (
    <div className={classes.zones} aria-hidden>
      {has('won') && <Zone zone="won" />}
      {has('lost') && <Zone zone="lost" />}
    </div>
  );
}
