import '@mantine/dates/styles.css';
import 'dayjs/locale/pl';
import 'dayjs/locale/en-gb';
import { DateInput, type DateInputProps, DatesProvider } from '@mantine/dates';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FIRST_DAY_OF_WEEK } from './format';

dayjs.extend(customParseFormat);

/** Calendars in the reader's language, weeks from Monday. Wrap any `@mantine/dates` component in it. */
export function Calendars({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  return (
    <DatesProvider
      settings={{
        locale: i18n.language === 'pl' ? 'pl' : 'en-gb',
        firstDayOfWeek: FIRST_DAY_OF_WEEK,
        weekendDays: [],
      }}
    >
      {children}
    </DatesProvider>
  );
}

/** A local date, `YYYY-MM-DD`, typed as people of the language write it or picked from a calendar. */
export function DateField(props: DateInputProps) {
  const { t, i18n } = useTranslation('ui');
  return (
    <Calendars>
      <DateInput
        valueFormat={i18n.language === 'pl' ? 'DD.MM.YYYY' : 'DD MMM YYYY'}
        clearable
        hideOutsideDates
        clearButtonProps={{ 'aria-label': t('calendar.clear') }}
        ariaLabels={{
          previousMonth: t('calendar.previousMonth'),
          nextMonth: t('calendar.nextMonth'),
          previousYear: t('calendar.previousYear'),
          nextYear: t('calendar.nextYear'),
          previousDecade: t('calendar.previousDecade'),
          nextDecade: t('calendar.nextDecade'),
        }}
        {...props}
      />
    </Calendars>
  );
}
