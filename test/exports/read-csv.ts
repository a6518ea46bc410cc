/** Reads CSV as RFC 4180 describes it: a reader written apart from the writer, so that both cannot err alike. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  const plain = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < plain.length; at++) {
    const character = plain[at];
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (plain[at + 1] === '"') field += plain[++at];
      else isQuoted = false;
    } else if (character === '"') {
      isQuoted = true;
    } else if (character === ',') {
      row.push(field);
      field = '';
    } else if (character === '\r' && plain[at + 1] === '\n') {
      rows.push([...row, field]);
      row = [];
      field = '';
      at += 1;
    } else {
      field += character;
    }
  }
  return rows;
}
