import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './Import.module.css';
import { nextStep, previousStep, reachable, STEPS, type Step } from './model/steps';
import type { Import } from './types';

interface StepProps {
  data: Import;
  current: Step;
}

function StepLabel({ step, done }: { step: Step; done: boolean }) {
  const { t } = useTranslation('exchange');
  return (
    <>
      <span className={classes.stepNo} aria-hidden>
        {done ? <IconCheck size={13} stroke={2.4} /> : STEPS.indexOf(step) + 1}
      </span>
      <span className={classes.stepName}>{t(`step.${step}`)}</span>
    </>
  );
}

/** Where one is, and the way to any other step; each has its address. */
export function Steps({ data, current }: StepProps) {
  const { t } = useTranslation('exchange');
  const at = STEPS.indexOf(current);
  return (
    <nav aria-label={t('step.label')}>
      <ol className={classes.steps}>
        {STEPS.map((step, index) => (
          <li key={step} aria-current={step === current ? 'step' : undefined}>
            {reachable(data, step) ? (
              <Link
                to="/import/$importId"
                params={{ importId: data.id }}
                search={{ step } as never}
                className={classes.step}
                data-done={index < at || undefined}
                data-current={step === current || undefined}
              >
                <StepLabel step={step} done={index < at} />
              </Link>
            ) : (
              <span className={classes.step}>
                <StepLabel step={step} done={false} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Back and on. The last step has its own button, for it writes. */
export function StepFoot({ data, current, saving }: StepProps & { saving: boolean }) {
  const { t } = useTranslation('exchange');
  const next = nextStep(current);
  const previous = previousStep(current);
  const open = next !== undefined && reachable(data, next);
  const link = (step: Step) => ({
    component: Link,
    to: `/import/${data.id}`,
    search: { step } as never,
  });
  return (
    <div className={classes.foot}>
      {previous && (
        <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} {...link(previous)}>
          {t(`step.${previous}`)}
        </Button>
      )}
      <span className={classes.footNote} aria-live="polite">
        {data.files.length > 0 && t(saving ? 'saving' : 'savedDraft')}
      </span>
      {next && open && (
        <Button rightSection={<IconArrowRight size={16} aria-hidden />} {...link(next)}>
          {t(`step.${next}`)}
        </Button>
      )}
    </div>
  );
}
