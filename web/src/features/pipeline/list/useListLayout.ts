import { useLocalStorage } from '@mantine/hooks';
import { PLAIN_LAYOUT, type TableLayout } from '@/ui/table';

/** How the list's columns are arranged on this device; a saved view sets it when opened. */
export function useListLayout() {
  const [layout, setLayout] = useLocalStorage<TableLayout>({
    key: 'nurt.deals.columns',
    defaultValue: PLAIN_LAYOUT,
    getInitialValueInEffect: false,
  });
  return { layout, setLayout };
}
