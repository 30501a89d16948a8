import { registerShellPart } from '@/app/feature';
import { registerRecordSearch } from '@/commands';
import { searchRecords } from './search';

registerRecordSearch(searchRecords);
registerShellPart(() => import('./RecentRecords'));
