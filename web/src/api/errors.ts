/** One field the server refused, as in RFC 9457's `errors` extension. */
export interface FieldProblem {
  field: string;
  /** In the user's language. */
  message: string;
  code?: string;
}

/** One open requirement that keeps a request from being carried out (a stage gate, for example). */
export interface Requirement {
  code: string;
  /** In the user's language. */
  message: string;
  /** The member of the request that would satisfy it. */
  field?: string | null;
  [extra: string]: unknown;
}

export interface Problem {
  title?: string;
  detail?: string;
  status?: number;
  code?: string;
  errors?: FieldProblem[];
  requirements?: Requirement[];
  [extra: string]: unknown;
}

/** Whatever kept a request from succeeding. `code` is stable, `title` and `detail` are in the user's language. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: FieldProblem[];
  readonly requirements: Requirement[];
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.code = problem.code ?? '';
    this.title = problem.title ?? '';
    this.detail = problem.detail;
    this.errors = problem.errors ?? [];
    this.requirements = problem.requirements ?? [];
    this.problem = problem;
  }

  /** The refused fields in the shape Mantine's forms take: `form.setErrors(error.fieldErrors())`. */
  fieldErrors(): Record<string, string> {
    return Object.fromEntries(this.errors.map((each) => [each.field, each.message]));
  }
}

/** 412: somebody saved a newer version first. `current` is theirs, when the server sent it. */
export class ConflictError extends ApiError {
  get current(): unknown {
    return this.problem.current;
  }
}

/** The server could not be reached at all. */
export class NetworkError extends ApiError {
  constructor(cause: unknown) {
    super(0, { code: 'network' });
    this.name = 'NetworkError';
    this.cause = cause;
  }
}

export function isApiError(error: unknown, code?: string): error is ApiError {
  return error instanceof ApiError && (code === undefined || error.code === code);
}
