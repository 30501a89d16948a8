import { CommandMenuItem } from '@/commands';
import classes from './DealMenu.module.css';

const ACTS = [
  ['pipeline.open', 'pipeline.copy-link'],
  ['pipeline.move', 'pipeline.won', 'pipeline.lost', 'pipeline.return', 'pipeline.reopen'],
  ['pipeline.next-step', 'pipeline.assign-me', 'pipeline.assign', 'pipeline.tags'],
  ['pipeline.archive', 'pipeline.unarchive', 'pipeline.restore', 'pipeline.trash'],
];

/** Everything that can be done to the picked deals; what does not apply is not shown. */
export function DealMenuItems() {
  return ACTS.map((group) => (
    <div key={group[0]} role="none" className={classes.group}>
      {group.map((id) => (
        <CommandMenuItem key={id} id={id} />
      ))}
    </div>
  ));
}
