import { ActionIcon, Collapse, Skeleton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { useErrorText, useFormat } from '@/ui';
import { type Chance, modelsQuery, useChance } from './api';
import classes from './Chance.module.css';
import { Reasons } from './Reasons';
import { TierBadge } from './TierBadge';
import { chanceText, quarterOf, quarterText, rangeText, useToday } from './words';

/** The range as a bar with whiskers, the chance as its mark, the typical deal as a tick. */
function RangeBar({ chance }: { chance: Chance }) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const at = (share: number) => `${100 * Math.min(1, Math.max(0, share))}%`;
  return (
    <div
      className={classes.track}
      role="img"
      aria-label={`${t('chance.is', { range: rangeText(chance, format) })}. ${t('chance.typicalIs', {
        chance: chanceText(chance.typical, format),
      })}`}
    >
      <span
        className={classes.whisker}
        style={{ insetInlineStart: at(chance.low), inlineSize: at(chance.high - chance.low) }}
      />
      <span
        className={classes.typical}
        style={{ insetInlineStart: at(chance.typical) }}
        title={t('chance.typicalIs', { chance: chanceText(chance.typical, format) })}
      />
      <span className={classes.mark} style={{ insetInlineStart: at(chance.chance) }} />
    </div>
  );
}

function When({ chance }: { chance: Chance }) {
  const { t, i18n } = useTranslation('forecast');
  const format = useFormat();
  const today = useToday();
  const quarter = (later: number) => quarterText(quarterOf(today, later), i18n.language);
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('chance.byEnd', { quarter: quarter(0) })}</dt>
        <dd>{chanceText(chance.byQuarter, format)}</dd>
      </div>
      <div>
        <dt>{t('chance.byEnd', { quarter: quarter(1) })}</dt>
        <dd>{chanceText(chance.byNext, format)}</dd>
      </div>
      <div title={t('chance.medianHelp')}>
        <dt>{t('chance.median')}</dt>
        <dd>{chance.medianOn ? format.date(chance.medianOn) : t('chance.far')}</dd>
      </div>
      <div title={t('chance.p80Help')}>
        <dt>{t('chance.p80')}</dt>
        <dd>{chance.p80On ? format.date(chance.p80On) : t('chance.far')}</dd>
      </div>
    </dl>
  );
}

function Nothing({ model }: { model: boolean }) {
  const { t } = useTranslation('forecast');
  const { can } = useSession();
  return (
    <p className={classes.nothing}>
      {t(model ? 'chance.notScored' : 'chance.noModel')}{' '}
      {!model && can('manage-pipelines') && (
        <Link to={'/settings/forecast-models' as never} className={classes.link}>
          {t('chance.toModels')}
        </Link>
      )}
    </p>
  );
}

/** How likely a deal is won, when, and why: below its way through the stages. */
export default function ChancePanel({ dealId, pipelineId }: { dealId: string; pipelineId: string }) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const errorText = useErrorText();
  const [open, setOpen] = useLocalStorage({
    key: 'nurt.chance.reasons',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const { data: chance, error, isPending } = useChance(dealId);
  const { data: models } = useQuery(modelsQuery(pipelineId));
  const model = models?.find((each) => each.inUse);
  return (
    <section className={classes.panel} aria-label={t('chance.title')}>
      {isPending ? (
        <Skeleton height={46} />
      ) : error && !chance ? (
        <p className={classes.nothing} role="alert">
          {errorText(error).title}
        </p>
      ) : !chance ? (
        <Nothing model={models === undefined || model !== undefined} />
      ) : (
        <>
          <div className={classes.head}>
            <div className={classes.main}>
              <div className={classes.titleLine}>
                <span className={classes.title}>{t('chance.title')}</span>
                {model && <TierBadge model={model} />}
              </div>
              <div className={classes.value}>
                <strong>{chanceText(chance.chance, format)}</strong>
                <span>
                  ({format.number(chance.low * 100)}–{format.percent(chance.high)})
                </span>
                <RangeBar chance={chance} />
              </div>
            </div>
            <When chance={chance} />
            {chance.reasons.length > 0 && (
              <ActionIcon
                className={classes.toggle}
                variant="subtle"
                color="gray"
                aria-expanded={open}
                aria-controls="chance-reasons"
                aria-label={t(open ? 'chance.hideReasons' : 'chance.showReasons')}
                onClick={() => setOpen(!open)}
              >
                {open ? <IconChevronUp size={17} aria-hidden /> : <IconChevronDown size={17} aria-hidden />}
              </ActionIcon>
            )}
          </div>
          <Collapse expanded={open} id="chance-reasons">
            <Reasons chance={chance} />
          </Collapse>
        </>
      )}
    </section>
  );
}
