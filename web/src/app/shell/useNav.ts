import { useMemo } from 'react';
import { type NavItem, navItems } from '../feature';
import { useSession } from '../session';

interface Nav {
  main: NavItem[];
  foot: NavItem[];
  phone: NavItem[];
  more: NavItem[];
}

/** What this person may go to, and where it is offered. */
export function useNav(): Nav {
  const { can } = useSession();
  return useMemo(() => {
    const mine = navItems().filter((each) => each.when?.(can) ?? true);
    const main = mine.filter((each) => each.place !== 'foot');
    const phone = main.filter((each) => each.onPhone).slice(0, 2);
    return {
      main,
      foot: mine.filter((each) => each.place === 'foot'),
      phone,
      more: mine.filter((each) => !phone.includes(each)),
    };
  }, [can]);
}
