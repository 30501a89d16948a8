import { IconAddressBook, IconBuilding, IconForms } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerNav, registerRoutes, registerSettingsSection, registerShellPart } from '@/app/feature';
import { registerCommands } from '@/commands';
import { askNewRecord } from './create/newRecord';

const anySearch = (search: Record<string, unknown>) => search;

registerNav(
  {
    id: 'companies',
    label: 'directory:nav.companies',
    icon: IconBuilding,
    to: '/companies',
    order: 40,
    goKey: 'c',
  },
  {
    id: 'contacts',
    label: 'directory:nav.contacts',
    icon: IconAddressBook,
    to: '/contacts',
    order: 50,
    goKey: 'k',
  },
);

registerRoutes((shell) => {
  const list = () => import('./list/ListPage');
  const record = () => import('./record/RecordPage');
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/companies',
      component: lazyRouteComponent(list, 'CompaniesPage'),
      validateSearch: anySearch,
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/contacts',
      component: lazyRouteComponent(list, 'ContactsPage'),
      validateSearch: anySearch,
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/companies/$recordId',
      component: lazyRouteComponent(record, 'CompanyPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/contacts/$recordId',
      component: lazyRouteComponent(record, 'ContactPage'),
    }),
  ];
});

registerCommands([
  {
    id: 'directory.new-company',
    label: 'directory:commands.new-company',
    icon: IconBuilding,
    group: 'create',
    when: ({ can }) => can('write'),
    run: () => askNewRecord({ kind: 'company' }),
  },
  {
    id: 'directory.new-contact',
    label: 'directory:commands.new-contact',
    icon: IconAddressBook,
    group: 'create',
    when: ({ can }) => can('write'),
    run: () => askNewRecord({ kind: 'contact' }),
  },
]);

registerSettingsSection({
  id: 'custom-fields',
  label: 'directory:customFields.title',
  description: 'directory:customFields.description',
  icon: IconForms,
  group: 'process',
  order: 40,
  load: () => import('./settings/CustomFieldSettings'),
  when: (can) => can('manage-pipelines'),
});

registerShellPart(() => import('./DirectoryHost'));
