import { raidDifficulties, raidResults } from '../../../shared/raids/types.ts';

/** The theme's colours, resolved: a canvas knows no custom properties. */
export interface Palette {
  readonly scheme: 'light' | 'dark';
  readonly surface: string;
  readonly sunken: string;
  readonly border: string;
  readonly text: string;
  readonly dimmed: string;
  readonly focus: string;
  readonly annotation: string;
  /** As `raidResults`. */
  readonly results: readonly string[];
  /** As `raidDifficulties`. */
  readonly difficulties: readonly string[];
  readonly fontFamily: string;
}

/** Reads the colours as they are within an element, in the theme in use (`scheme`). */
export function readPalette(element: HTMLElement, scheme: Palette['scheme']): Palette {
  const probe = document.createElement('span');
  element.append(probe);
  const style = getComputedStyle(probe);
  const read = (property: string): string => {
    probe.style.color = `var(${property})`;
    return style.color;
  };
  const palette = {
    scheme,
    surface: read('--surface'),
    sunken: read('--surface-sunken'),
    border: read('--border'),
    text: read('--mantine-color-text'),
    dimmed: read('--text-dimmed'),
    focus: read('--focus'),
    annotation: read('--annotation'),
    results: raidResults.map((result) => read(`--${result}`)),
    difficulties: raidDifficulties.map((difficulty) => read(`--difficulty-${difficulty}`)),
    fontFamily: style.fontFamily,
  };
  probe.remove();
  return palette;
}
