import {
  IconArrowBackUp,
  IconCalendarDue,
  IconClock,
  IconDotsVertical,
  IconFlame,
} from '@tabler/icons-react';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { daysUntil, initials, useFormat } from '@/ui';
import { DealFacts } from '../DealParts';
import { useFlash } from '../model/flash';
import type { Card } from '../types';
import { useBoard, useBoardState } from './boardScope';
import classes from './Card.module.css';
import { type CardField, cardHeight, linesOf } from './cardLook';
import { makeCard } from './dnd';
import { toneOf } from './tone';

function Amount({ card }: { card: Card }) {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  if (card.amount === null) return <span className={classes.faint}>{t('card.noAmount')}</span>;
  return <span className={classes.amount}>{format.money(card.amount, card.currency, true)}</span>;
}

function Owner({ name }: { name: string }) {
  const { t } = useTranslation('pipeline');
  return (
    <span className={classes.owner} data-tone={toneOf(name)} title={t('card.owner', { name })}>
      <span aria-hidden>{initials(name)}</span>
      <span className="n-visually-hidden">{t('card.owner', { name })}</span>
    </span>
  );
}

function NextStep({ card }: { card: Card }) {
  const format = useFormat();
  const left = card.nextStepOn === null ? null : daysUntil(card.nextStepOn, format.zone);
  return (
    <span className={classes.line} data-late={(left !== null && left < 0) || undefined}>
      <IconCalendarDue size={14} aria-hidden />
      <span className={classes.grow}>{card.nextStep}</span>
      {card.nextStepOn && (
        <span className="n-figure">
          {left !== null && Math.abs(left) < 7
            ? format.ago(card.nextStepOn)
            : format.dayShort(card.nextStepOn)}
        </span>
      )}
    </span>
  );
}

function Chips({ card }: { card: Card }) {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  const { look, stages } = useBoard();
  const limit = stages.find((stage) => stage.id === card.stageId)?.rottingDays;
  const tags = look.fields.includes('tags') ? card.tags : [];
  return (
    <span className={classes.chips}>
      {look.fields.includes('risk') && card.rotting && (
        <span className={classes.risk} title={t('card.rottingWhy', { count: limit ?? 0 })}>
          <IconFlame size={13} aria-hidden />
          {t('card.rotting', { count: card.daysInStage })}
        </span>
      )}
      {look.fields.includes('risk') && card.resumeOn && (
        <span className={classes.chip}>
          <IconArrowBackUp size={13} aria-hidden />
          {t('card.resume', { date: format.dayShort(card.resumeOn) })}
        </span>
      )}
      {tags.slice(0, 2).map((tag) => (
        <span key={tag} className={classes.chip}>
          {tag}
        </span>
      ))}
      {tags.length > 2 && <span className={classes.faint}>+{tags.length - 2}</span>}
    </span>
  );
}

/** What a card says; drawn anew only when the card or the look of cards changes. */
const CardFace = memo(function CardFace({ card }: { card: Card }) {
  const { t } = useTranslation('pipeline');
  const format = useFormat();
  const { look } = useBoard();
  const lines = linesOf(card, look);
  const shows = (field: CardField) => look.fields.includes(field);
  const who = [shows('company') && card.company?.name, shows('contact') && card.contact?.name]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <span className={classes.title}>{card.title}</span>
      {lines.who && !look.compact && <span className={classes.who}>{who}</span>}
      <span className={classes.line}>
        <Amount card={card} />
        <span className={classes.grow}>{look.compact && who}</span>
        {shows('expectedClose') && card.expectedClose && (
          <span className={classes.fact} title={t('card.expectedClose')}>
            {format.dayShort(card.expectedClose)}
          </span>
        )}
        <DealFacts dealId={card.id} fields={look.fields} />
        {shows('age') && (
          <span className={classes.fact} title={t('card.age', { count: card.daysInStage })}>
            <IconClock size={13} aria-hidden />
            <span aria-hidden>{t('card.daysShort', { count: card.daysInStage })}</span>
            <span className="n-visually-hidden">{t('card.age', { count: card.daysInStage })}</span>
          </span>
        )}
        {shows('owner') && card.owner && <Owner name={card.owner.name} />}
      </span>
      {lines.step && <NextStep card={card} />}
      {lines.chips && <Chips card={card} />}
    </>
  );
});

interface DealCardProps {
  card: Card;
  index: number;
  count: number;
  top: number;
}

export const DealCard = memo(function DealCard({ card, index, count, top }: DealCardProps) {
  const { t } = useTranslation('pipeline');
  const { store, look, canWrite, open } = useBoard();
  const element = useRef<HTMLLIElement>(null);
  const { id, stageId } = card;
  // As long as none has had the focus, the first of each column can be reached.
  const reachable = useBoardState((state) => (state.focused === null ? index === 0 : state.focused === id));
  const picked = useBoardState((state) => state.picked.has(id));
  const lifted = useBoardState((state) => state.lifted?.card.id === id);
  const dragged = useBoardState((state) => state.dragged?.has(id) ?? false);
  const edge = useBoardState((state) => (state.over?.cardId === id ? state.over.edge : null));
  const flash = useFlash(id);

  useEffect(() => {
    if (!element.current || !canWrite) return;
    return makeCard({
      element: element.current,
      data: () => ({ type: 'deal', id, stageId }),
      count: () => (store.get().picked.has(id) ? store.get().picked.size : 1),
    });
  }, [id, stageId, store, canWrite]);

  const showMenu = (x: number, y: number) => {
    const picked = store.get().picked.has(id) ? store.get().picked : new Set<string>();
    store.set({ focused: id, picked, menu: { x, y } });
  };
  return (
    <li
      ref={element}
      className={classes.card}
      aria-setsize={count}
      aria-posinset={index + 1}
      data-card={id}
      data-picked={picked || undefined}
      data-lifted={lifted || undefined}
      data-dragged={dragged || undefined}
      data-edge={edge ?? undefined}
      data-flash={flash}
      data-compact={look.compact || undefined}
      style={{ height: cardHeight(card, look), transform: `translateY(${top}px)` }}
      onContextMenu={(event) => {
        event.preventDefault();
        showMenu(event.clientX, event.clientY);
      }}
    >
      <a
        className={classes.face}
        href={`/deals/${id}`}
        draggable={false}
        tabIndex={reachable ? 0 : -1}
        data-card-face={id}
        aria-describedby={canWrite ? 'board-keys' : undefined}
        onFocus={() => store.set({ focused: id })}
        onClick={(event) => {
          // Ctrl and shift pick here; the middle button still opens a tab.
          event.preventDefault();
          if (!event.shiftKey && !event.ctrlKey && !event.metaKey) open(id);
        }}
      >
        {picked && <span className="n-visually-hidden">{t('card.picked')}</span>}
        <CardFace card={card} />
      </a>
      <button
        type="button"
        className={classes.menu}
        tabIndex={reachable ? 0 : -1}
        aria-label={t('card.menu', { title: card.title })}
        aria-haspopup="menu"
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          showMenu(box.left, box.bottom);
        }}
      >
        <IconDotsVertical size={15} aria-hidden />
      </button>
    </li>
  );
});
