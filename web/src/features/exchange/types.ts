/** A record named in another record. */
export interface Ref {
  id: string;
  name: string;
}

export interface Paged<T> {
  items: T[];
  next: string | null;
}

/** What the rows of a file are. */
export type Entity = 'company' | 'contact' | 'product' | 'person' | 'deal' | 'stage_history';

export type ValueType =
  | 'empty'
  | 'text'
  | 'choice'
  | 'number'
  | 'money'
  | 'percent'
  | 'date'
  | 'date_time'
  | 'boolean'
  | 'email';

/** How the text of a cell is read. */
export type FieldKind =
  | 'ID'
  | 'text'
  | 'choice'
  | 'number'
  | 'money'
  | 'currency'
  | 'day'
  | 'moment'
  | 'truth'
  | 'emails'
  | 'phones'
  | 'tags'
  | 'reference'
  | 'custom'
  | 'ignored';

export type DateOrder = 'day_first' | 'month_first';
export type NumberStyle = 'decimal_point' | 'decimal_comma';
/** How the order or style of a column is known; `assumed` and `mixed` have to be asked. */
export type Sureness = 'certain' | 'from_other_column' | 'assumed' | 'mixed';
export type CustomType = 'text' | 'number' | 'date' | 'boolean' | 'choice';
export type StageKind = 'open' | 'won' | 'lost';

/** A column as it was found. */
export interface Column {
  /** From 0. */
  index: number;
  name: string;
  type: ValueType;
  /** The first different values. */
  samples: string[];
  /** From 0 to 1. */
  emptyShare: number;
  distinct: number;
  dateSureness: Sureness;
  numberSureness: Sureness;
  currency: string | null;
  /** Rows whose value is not of the type. */
  misfits: number;
  firstMisfits: string[];
}

/** How a column is brought in. */
export interface ColumnMapping {
  /** The column's index. */
  column: number;
  header: string;
  /** Null: left out. */
  field: string | null;
  stage: string | null;
  customType: CustomType | null;
  dateOrder: DateOrder;
  numberStyle: NumberStyle;
  /** Numbers are multiplied by it. */
  factor: number | string;
  confidence: number;
  /** Of amounts: known when the deal was entered, so that looks into the past may see them. */
  knownFromStart?: boolean | null;
}

export type ColumnChange = Pick<ColumnMapping, 'column'> & Partial<ColumnMapping>;

/** Only rows whose value in the column begins so. */
export interface PrefixFilter {
  column: number;
  prefix: string;
}

/** What a column of the file may be brought in as. */
export interface Field {
  field: string;
  kind: FieldKind;
  /** Several columns may be it. */
  repeatable: boolean;
}

export interface ImportFile {
  id: string;
  name: string;
  position: number;
  bytes: number;
  rows: number;
  encoding: string;
  delimiter: string;
  header: boolean;
  preset: string;
  /** Null: left out. */
  entity: Entity | null;
  confidence: number;
  alternatives: Entity[];
  /** Rows that cannot be read as they are: ragged, or with an open quotation mark. */
  refusedRows: number;
  blankRows: number;
  /** Lines that are no data, such as the footer of a report. */
  noteRows: number;
  columns: Column[];
  mapping: { columns: ColumnMapping[]; filter: PrefixFilter | null };
  fields: Field[];
}

/** In that column of that file, one text is to be read as another. */
export interface Unification {
  fileId: string;
  column: number;
  variant: string;
  canonical: string;
}

export interface StageOption {
  name: string;
  kind: StageKind;
}

/** `create` people who are not known, `match` only those who are, or leave owners out altogether. */
export type OwnerMode = 'create' | 'match' | 'none';

/** What is decided for all files; what is missing is as proposed. */
export interface ImportOptions {
  /** Unifications that were accepted. */
  unifications?: Unification[] | null;
  /** Null: into a new one. */
  pipelineId?: string | null;
  newPipelineName?: string | null;
  /** All of them, in their order. */
  stages?: StageOption[] | null;
  ownerMode?: OwnerMode | null;
  /** A name in the files to the person who is meant. */
  owners?: Record<string, string> | null;
  /** Of amounts that name none. */
  currency?: string | null;
  zone?: string | null;
}

export type ImportStatus =
  | 'draft'
  | 'queued'
  | 'running'
  | 'done'
  | 'failed'
  | 'cancelled'
  | 'undoing'
  | 'undone';

export interface Counts {
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
}

/** What taking it back has done, and what it has left because of something since. */
export interface UndoResult {
  deals: number;
  companies: number;
  contacts: number;
  people: number;
  restored: number;
  kept: { kind: string; id: string | null; name: string; reason: string }[];
}

export interface ImportSummary extends Counts {
  id: string;
  name: string;
  status: ImportStatus;
  totalRows: number;
  doneRows: number;
  failure: string | null;
  undo: UndoResult | null;
  createdBy: Ref | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  version: number;
}

export interface Import extends ImportSummary {
  options: ImportOptions;
  files: ImportFile[];
}

export interface VariantProposal extends Unification {
  header: string;
  /** Rows with the variant. */
  count: number;
  reason: 'written_differently' | 'typo_of_known' | 'typo_of_frequent';
}

export interface StageProposal extends StageOption {
  deals: number;
}

/** Values of a column stand in another file. Files are given by name. */
export interface Relation {
  fromFile: string;
  fromColumn: number;
  toFile: string;
  toColumn: number;
  /** Share of the different values that are found there, from 0 to 1. */
  overlap: number;
  missing: string[];
}

export interface Proposals {
  unifications: VariantProposal[];
  stages: StageProposal[];
  /** Those there are; `fits`: it has all the stages. */
  pipelines: { id: string; name: string; stages: string[]; fits: boolean }[];
  /** Of a new one. */
  pipelineName: string;
  relations: Relation[];
  customFields: { kind: Entity; label: string; type: CustomType }[];
  owners: { value: string; user: Ref | null }[];
}

export interface PreviewCounts {
  rows: number;
  create: number;
  update: number;
  unchanged: number;
  duplicate: number;
  refuse: number;
}

export interface PreviewRefusal {
  line: number;
  reason: string;
  cells: string[];
}

export interface FilePreview extends PreviewCounts {
  fileId: string;
  name: string;
  entity: Entity;
  /** The first ones. */
  refusals: PreviewRefusal[];
}

export interface Sample {
  fileId: string;
  line: number;
  effect: string;
  title: string;
}

/** Where deals would go; without an id it would be made. */
export interface PipelinePreview {
  id: string | null;
  name: string;
  deals: number;
  stages: string[];
}

export interface Preview {
  files: FilePreview[];
  totals: PreviewCounts;
  samples: Sample[];
  pipelines: PipelinePreview[];
}

export interface Refusal {
  fileId: string;
  fileName: string;
  line: number;
  code: string;
  /** A sentence in the reader's language. */
  reason: string;
  cells: string[];
  header?: string[] | null;
}
