export { announce } from './announce';
export { ConflictDialog } from './ConflictDialog';
export { confirm } from './confirm';
export { type Amount, daysUntil, FIRST_DAY_OF_WEEK, Formatter, useFormat } from './format';
export { Hint, Kbds } from './Hint';
export { type EditorProps, InlineEdit, type InlineEditProps, InlineText } from './InlineEdit';
export { Modal } from './Modal';
export { notifyDone, notifyError, notifyUndo } from './notify';
export { PageHeader } from './PageHeader';
export { Panel } from './Panel';
export { ProgressBar, useSlow } from './ProgressBar';
export { BoardSkeleton, ListSkeleton, RecordSkeleton } from './Skeletons';
export { EmptyState, ErrorState, NoPermission, useErrorText } from './States';
export { Ago, DateText, initials, Money, PersonAvatar } from './Values';
// The table and the calendars are heavier: import them from '@/ui/table' and '@/ui/dates', in lazy screens.
