import { Menu } from '@mantine/core';
import { IconFlame } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Filters, RISKS, setFilter } from '../model/filters';
import { ToolButton } from './ToolButton';

interface RiskFilterProps {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** One click from the deals that need somebody: what to ask for is chosen in place and shows at once. */
export function RiskFilter({ filters, onChange }: RiskFilterProps) {
  const { t } = useTranslation('pipeline');
  const asked = filters.risk ?? [];
  const toggle = (risk: string) =>
    onChange(
      setFilter(
        filters,
        'risk',
        asked.includes(risk) ? asked.filter((each) => each !== risk) : [...asked, risk],
      ),
    );
  const all = asked.length === RISKS.length;
  return (
    <Menu position="bottom-start" width={250} closeOnItemClick={false}>
      <Menu.Target>
        <ToolButton icon={IconFlame} lit={asked.length > 0} label={t('risk.button')} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.CheckboxItem
          checked={all}
          onChange={() => onChange(setFilter(filters, 'risk', all ? [] : RISKS))}
        >
          {t('risk.any')}
        </Menu.CheckboxItem>
        <Menu.Divider />
        {RISKS.map((risk) => (
          <Menu.CheckboxItem key={risk} checked={asked.includes(risk)} onChange={() => toggle(risk)}>
            {t(`risk.${risk}`)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
