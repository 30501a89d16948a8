export { announce } from './announce';
export { type Amount, daysUntil, FIRST_DAY_OF_WEEK, Formatter, useFormat } from './format';
export { Hint, Kbds } from './Hint';
export { notifyDone, notifyError, notifyUndo } from './notify';
export { PageHeader } from './PageHeader';
export { BoardSkeleton, ListSkeleton, RecordSkeleton } from './Skeletons';
export { EmptyState, ErrorState, NoPermission, useErrorText } from './States';
export { Ago, DateText, initials, Money, PersonAvatar } from './Values';
