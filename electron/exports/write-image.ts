import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { ImageFormat, WrittenImage } from '../../shared/exports/types.ts';
import { ExportFile, type ExportPlace } from './export-file.ts';

/**
 * Writes a picture that the window drew, whole or not at all. `content`: the text of an SVG, the base64 of a PNG. Throws
 * `bad_input` for what is no such picture, and what `ExportFile` throws.
 */
export function writeImage(place: ExportPlace, format: ImageFormat, content: string): WrittenImage {
  const bytes = format === 'png' ? readPng(content) : readSvg(content);
  const file = ExportFile.open(place);
  try {
    file.write(bytes);
    return { path: place.path, sizeBytes: file.finish() };
  } catch (thrown) {
    file.discard();
    throw thrown;
  }
}

const pngBeginning = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function readPng(content: string): Uint8Array {
  const isBase64 = content.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(content);
  const bytes = isBase64 ? Buffer.from(content, 'base64') : null;
  if (bytes?.subarray(0, pngBeginning.length).equals(pngBeginning) === true) return bytes;
  throw new RaidscopeError('bad_input', 'This is not a PNG picture.');
}

/** A drawing is opened by browsers, so it must not bring a program along; names in it are escaped and never match. */
const foreignParts = /<\s*(?:script|foreignObject|iframe)\b/i;

function readSvg(content: string): string {
  if (/^<svg[\s>]/.test(content) && !foreignParts.test(content)) return content;
  throw new RaidscopeError('bad_input', 'This is not an SVG drawing.');
}
