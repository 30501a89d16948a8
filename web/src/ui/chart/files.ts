/** A text that a spreadsheet would run as a formula is kept a text; numbers stay numbers. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export type Sheet = (string | number | null)[][];

export function csvOf(sheet: Sheet): string {
  return sheet.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function save(href: string, name: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
}

/** With a byte order mark, without which Excel misreads Polish letters. */
export function saveCsv(sheet: Sheet, name: string): void {
  const address = URL.createObjectURL(
    new Blob([`\uFEFF${csvOf(sheet)}`], { type: 'text/csv;charset=utf-8' }),
  );
  save(address, `${name}.csv`);
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

export function savePng(dataUrl: string, name: string): void {
  save(dataUrl, `${name}.png`);
}
