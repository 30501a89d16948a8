import { Menu } from '@mantine/core';
import classes from '../DealMenu.module.css';
import { DealMenuItems } from '../DealMenuItems';
import { useBoard, useBoardState } from './boardScope';

/** One menu for all cards, opened where the card's button or the pointer is. */
export function CardMenu() {
  const { store } = useBoard();
  const at = useBoardState((state) => state.menu);
  if (!at) return null;
  return (
    <Menu
      opened
      onChange={(opened) => !opened && store.set({ menu: null })}
      position="bottom-start"
      width={240}
      classNames={{ dropdown: classes.sheet ?? '' }}
    >
      <Menu.Target>
        <span style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} aria-hidden />
      </Menu.Target>
      <Menu.Dropdown>
        <DealMenuItems />
      </Menu.Dropdown>
    </Menu>
  );
}
