import type { ExportFormat, ImageFormat } from './types.ts';

interface FormatDescription {
  /** As a menu shows it. */
  readonly label: string;
  /** Without the dot. */
  readonly fileEnding: string;
}

export const formatDescriptions: Readonly<Record<ExportFormat | ImageFormat, FormatDescription>> = {
  csv: { label: 'CSV', fileEnding: 'csv' },
  tsv: { label: 'TSV', fileEnding: 'tsv' },
  jsonl: { label: 'JSON Lines', fileEnding: 'jsonl' },
  markdown: { label: 'Markdown table', fileEnding: 'md' },
  text: { label: 'Plain text', fileEnding: 'txt' },
  png: { label: 'PNG picture', fileEnding: 'png' },
  svg: { label: 'SVG drawing', fileEnding: 'svg' },
};
