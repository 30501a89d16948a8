import { useTranslation } from 'react-i18next';
import classes from '../Import.module.css';
import { becomes } from '../model/fields';
import type { ImportFile } from '../types';
import type { Draft } from '../useDraft';
import { ColumnRow } from './ColumnRow';

export function ColumnsTable({ file, draft }: { file: ImportFile; draft: Draft }) {
  const { t } = useTranslation('exchange');
  return (
    <div className={classes.scroll}>
      <table className={`${classes.table} ${classes.stackable}`}>
        <thead>
          <tr>
            <th scope="col">{t('columns.column')}</th>
            <th scope="col">{t('columns.values')}</th>
            <th scope="col">{t('columns.type')}</th>
            <th scope="col">{t('columns.becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {file.columns.map((column) => {
            const mapping = file.mapping.columns.find((each) => each.column === column.index);
            return (
              mapping && (
                <ColumnRow
                  key={column.index}
                  file={file}
                  column={column}
                  mapping={mapping}
                  onField={(field) => draft.changeMapping(file.id, { columns: becomes(file, column, field) })}
                  onChange={(change) =>
                    draft.changeMapping(file.id, { columns: [{ column: column.index, ...change }] })
                  }
                />
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
