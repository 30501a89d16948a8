import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { Ago, type Formatter, PersonAvatar } from '@/ui';
import type { DataColumn } from '@/ui/table';
import { customText } from '../fields/customText';
import { isNip, taxNumberText } from '../model/nip';
import type { CompanyRow, ContactRow, CustomField, Kind, Row } from '../types';
import classes from './List.module.css';

interface ColumnWords {
  t: TFunction<'directory'>;
  format: Formatter;
  custom: readonly CustomField[];
  /** The workspace's. */
  currency: string;
}

const text = (value: string | null): ReactNode => <span className={classes.cut}>{value ?? ''}</span>;

function Outside({ href, children }: { href: string; children: string | null }) {
  if (!children) return null;
  const web = href.startsWith('http');
  return (
    <a className={classes.link} href={href} {...(web && { target: '_blank', rel: 'noreferrer noopener' })}>
      {children}
    </a>
  );
}

function Name({ to, name, round }: { to: string; name: string; round: boolean }) {
  return (
    <span className={classes.name}>
      {round && <PersonAvatar name={name} size={22} named={false} />}
      <Link to={to} className={classes.nameLink} tabIndex={-1}>
        {name}
      </Link>
    </span>
  );
}

function common<R extends Row>({ t, format, custom }: ColumnWords): DataColumn<R>[] {
  return [
    {
      id: 'owner',
      header: t('directory:field.owner'),
      width: 176,
      cell: ({ owner }) =>
        owner && (
          <span className={classes.person}>
            <PersonAvatar name={owner.name} size={20} named={false} />
            <span className={classes.cut}>{owner.name}</span>
          </span>
        ),
    },
    {
      id: 'tags',
      header: t('directory:field.tags'),
      width: 180,
      cell: ({ tags }) => (
        <span className={classes.tags}>
          {tags.map((tag) => (
            <span key={tag} className={classes.tag}>
              {tag}
            </span>
          ))}
        </span>
      ),
    },
    {
      id: 'updatedAt',
      header: t('directory:field.updatedAt'),
      width: 140,
      sortable: true,
      cell: (row) => <Ago value={row.updatedAt} />,
    },
    {
      id: 'createdAt',
      header: t('directory:field.createdAt'),
      width: 140,
      sortable: true,
      hidden: true,
      cell: (row) => <span className="n-figure">{format.date(row.createdAt)}</span>,
    },
    ...custom.map((field) => ({
      id: `custom.${field.key}`,
      header: field.label,
      width: 150,
      hidden: true,
      ...(field.type === 'number' && { align: 'right' as const }),
      cell: (row: R) =>
        text(
          customText(field, row.custom[field.key], format, {
            yes: t('directory:yes'),
            no: t('directory:no'),
          }),
        ),
    })),
  ];
}

function companyColumns(words: ColumnWords): DataColumn<CompanyRow>[] {
  const { t, format, currency } = words;
  return [
    {
      id: 'name',
      header: t('directory:field.name'),
      width: 260,
      sortable: true,
      hideable: false,
      cell: (row) => <Name to={`/companies/${row.id}`} name={row.name} round={false} />,
    },
    { id: 'industry', header: t('directory:field.industry'), width: 150, cell: (row) => text(row.industry) },
    { id: 'city', header: t('directory:field.city'), width: 130, cell: (row) => text(row.city) },
    {
      id: 'openDeals',
      header: t('directory:field.openDeals'),
      width: 120,
      align: 'right',
      cell: (row) => (
        <span className="n-figure">{row.openDeals > 0 ? format.number(row.openDeals) : ''}</span>
      ),
    },
    {
      id: 'wonAmount',
      header: t('directory:field.wonAmount'),
      width: 140,
      align: 'right',
      sortable: true,
      hidden: true,
      cell: (row) => (
        <span className="n-figure">
          {row.wonAmount !== '0' && format.money(row.wonAmount, currency, true)}
        </span>
      ),
    },
    {
      id: 'website',
      header: t('directory:field.website'),
      width: 170,
      cell: (row) => <Outside href={row.website ?? ''}>{row.domain ?? row.website}</Outside>,
    },
    {
      id: 'phone',
      header: t('directory:field.phone'),
      width: 150,
      cell: (row) => <Outside href={`tel:${row.phone ?? ''}`}>{row.phone}</Outside>,
    },
    {
      id: 'email',
      header: t('directory:field.email'),
      width: 190,
      hidden: true,
      cell: (row) => <Outside href={`mailto:${row.email ?? ''}`}>{row.email}</Outside>,
    },
    {
      id: 'taxNumber',
      header: t('directory:field.taxNumber'),
      width: 140,
      hidden: true,
      cell: (row) => (
        <span className="n-figure">
          {row.taxNumber && taxNumberText(row.taxNumber, isNip(row.taxNumber) ? 'PL' : null)}
        </span>
      ),
    },
    {
      id: 'country',
      header: t('directory:field.country'),
      width: 90,
      hidden: true,
      cell: (row) => text(row.country),
    },
    ...common<CompanyRow>(words),
  ];
}

function contactColumns(words: ColumnWords): DataColumn<ContactRow>[] {
  const { t } = words;
  return [
    {
      id: 'name',
      header: t('directory:field.person'),
      width: 230,
      sortable: true,
      hideable: false,
      cell: (row) => <Name to={`/contacts/${row.id}`} name={row.name} round />,
    },
    { id: 'jobTitle', header: t('directory:field.jobTitle'), width: 170, cell: (row) => text(row.jobTitle) },
    {
      id: 'company',
      header: t('directory:field.company'),
      width: 220,
      cell: ({ company }) =>
        company && (
          <Link to={`/companies/${company.id}`} className={classes.link} tabIndex={-1}>
            {company.name}
          </Link>
        ),
    },
    {
      id: 'email',
      header: t('directory:field.email'),
      width: 210,
      cell: (row) => <Outside href={`mailto:${row.email ?? ''}`}>{row.email}</Outside>,
    },
    {
      id: 'phone',
      header: t('directory:field.phone'),
      width: 150,
      cell: (row) => <Outside href={`tel:${row.phone ?? ''}`}>{row.phone}</Outside>,
    },
    ...common<ContactRow>(words),
  ];
}

export function directoryColumns(kind: Kind, words: ColumnWords): DataColumn<Row>[] {
  const columns = kind === 'company' ? companyColumns(words) : contactColumns(words);
  return columns as unknown as DataColumn<Row>[];
}
