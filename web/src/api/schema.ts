// Written by `npm run api` from docs/openapi.json; do not edit.
export type paths = Record<string, never>;
export interface components {
  schemas: Record<string, never>;
}
