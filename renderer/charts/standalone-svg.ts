/**
 * A drawing of the page as one that stands by itself: what the page's style sheets say of it becomes attributes. Attributes
 * and not `style`, which the page's own policy forbids to set. Left out: what is not displayed, and `data-export="no"`
 * (what follows the pointer).
 */

const svgNamespace = 'http://www.w3.org/2000/svg';

const inherited = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
] as const;
/** What does not pass to children, and what it is where nobody says anything. */
const own = [
  ['opacity', '1'],
  ['stop-color', 'rgb(0, 0, 0)'],
  ['stop-opacity', '1'],
] as const;
const notCopied = /^(?:class|style|tabindex|on.*|data-.*|role)$/;

/** Copies what is drawn in `live` into a group. */
export function standaloneGroup(live: SVGSVGElement): SVGGElement {
  const group = document.createElementNS(svgNamespace, 'g');
  const style = getComputedStyle(live);
  for (const name of inherited) group.setAttribute(name, style.getPropertyValue(name));
  for (const child of live.childNodes) appendCopy(child, group, style);
  return group;
}

function appendCopy(node: Node, parent: SVGElement, parentStyle: CSSStyleDeclaration): void {
  if (node instanceof Text) parent.append(node.data);
  if (!(node instanceof SVGElement) || node instanceof SVGForeignObjectElement) return;
  const style = getComputedStyle(node);
  // Gradients, patterns and titles are not displayed either; they are where they are needed.
  if ((style.display === 'none' && isShape(node)) || node.dataset['export'] === 'no') return;
  const copy = document.createElementNS(svgNamespace, node.localName);
  for (const { name, value } of node.attributes) {
    if (!notCopied.test(name)) copy.setAttribute(name, value);
  }
  for (const name of inherited) {
    const value = style.getPropertyValue(name);
    if (value === parentStyle.getPropertyValue(name)) copy.removeAttribute(name);
    else copy.setAttribute(name, value);
  }
  for (const [name, usual] of own) {
    const value = style.getPropertyValue(name);
    if (value !== usual && value !== '') copy.setAttribute(name, value);
  }
  for (const child of node.childNodes) appendCopy(child, copy, style);
  parent.append(copy);
}

function isShape(element: SVGElement): boolean {
  return element instanceof SVGGraphicsElement;
}

interface SvgPage {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
}

/** An empty drawing with its name. */
export function createSvgPage({ width, height, title, description }: SvgPage): SVGSVGElement {
  const page = document.createElementNS(svgNamespace, 'svg');
  page.setAttribute('width', String(width));
  page.setAttribute('height', String(height));
  page.setAttribute('viewBox', `0 0 ${width} ${height}`);
  addElement(page, 'title', {}, title);
  addElement(page, 'desc', {}, description);
  return page;
}

export function addElement(
  parent: SVGElement,
  name: 'title' | 'desc' | 'rect' | 'text' | 'g' | 'path' | 'line',
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}

/** As the text of a file. Control characters, which a name may hold, are no XML in any spelling. */
export function printSvg(page: SVGSVGElement): string {
  return (
    new XMLSerializer()
      .serializeToString(page)
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- these are what is taken out
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  );
}
