import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Column, Row } from '../../electron/exports/columns.ts';
import { createRowWriter } from '../../electron/exports/row-writer.ts';
import { exportFormats, type ExportFormat } from '../../shared/exports/types.ts';
import { readCsv } from './read-csv.ts';

const columns: readonly Column[] = [
  { name: 'time', label: 'Time', type: 'time' },
  { name: 'text', label: 'Text', type: 'text' },
  { name: 'count', label: 'Count', type: 'number' },
  { name: 'deleted', label: 'Deleted', type: 'boolean' },
  { name: 'tags', label: 'Tags', type: 'list' },
];

function written(format: ExportFormat, rows: readonly Row[], zone = 'Europe/Berlin', bom = false): string {
  const writer = createRowWriter(format, { columns, zone, bom });
  return writer.head + writer.write(rows);
}

const rowOf = (text: string): Row => ['2025-11-22 19:15:03.250', text, 7, true, ['a', 'b']];

describe('CSV', () => {
  it('quotes commas, quotes and line breaks as RFC 4180 says', () => {
    expect(written('csv', [rowOf('a "b", c\nd')])).toBe(
      'Time,Text,Count,Deleted,Tags\r\n2025-11-22 20:15:03,"a ""b"", c\nd",7,true,a; b\r\n',
    );
  });

  it.each(['=1+2', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('keeps a spreadsheet from running %j', (text) => {
    expect(readCsv(written('csv', [rowOf(text)]))[1]?.[1]).toBe(`'${text}`);
  });

  it('leaves numbers numbers, also negative and very large ones', () => {
    const numbers = [-5, 0, 1.5, 9_007_199_254_740_993n].map((count): Row => [null, '', count, false, []]);
    const lines = readCsv(written('csv', numbers)).slice(1);
    expect(lines.map((line) => line[2])).toEqual(['-5', '0', '1.5', '9007199254740993']);
  });

  it('neutralises headings and lists too', () => {
    const writer = createRowWriter('csv', {
      columns: [
        { name: 'x', label: '=cmd()', type: 'number' },
        { name: 'y', label: 'y', type: 'list' },
      ],
      zone: 'UTC',
    });
    expect(writer.head + writer.write([[1, ['=a', 'b']]])).toBe("'=cmd(),y\r\n1,'=a; b\r\n");
  });

  it('begins with a byte order mark only if asked for', () => {
    expect(written('csv', [], 'UTC', true).charCodeAt(0)).toBe(0xfeff);
    expect(written('csv', [], 'UTC').charCodeAt(0)).not.toBe(0xfeff);
  });

  it('writes one empty cell so that its line is seen', () => {
    const writer = createRowWriter('csv', { columns: [{ name: 'x', label: 'x', type: 'text' }], zone: 'UTC' });
    expect(writer.write([[null], ['a'], ['']])).toBe('""\r\na\r\n""\r\n');
  });

  it('reads back to what was written, whatever the text', () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', ';', "'") }),
    );
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), (texts) => {
        const rows = readCsv(written('csv', texts.map(rowOf))).slice(1);
        expect(rows.map((row) => row[1])).toEqual(
          texts.map((text) => (/^[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text)),
        );
      }),
    );
  });
});

describe('TSV', () => {
  it('keeps each row on one line with as many tabs as there are columns', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\t', '\n', '\r', 'a', ' ') }), (text) => {
        const lines = written('tsv', [rowOf(text)]).split('\r\n');
        expect(lines).toHaveLength(3);
        expect(lines[1]?.split('\t')).toHaveLength(columns.length);
      }),
    );
  });

  it('keeps a spreadsheet from running what is pasted', () => {
    expect(written('tsv', [rowOf('=1+2')])).toContain("\t'=1+2\t");
  });
});

describe('JSON Lines', () => {
  it('keeps types, and times with their offset', () => {
    const [line = ''] = written('jsonl', [rowOf('=a\n"b"')]).split('\n');
    expect(JSON.parse(line)).toEqual({
      time: '2025-11-22T20:15:03.250+01:00',
      text: '=a\n"b"',
      count: 7,
      deleted: true,
      tags: ['a', 'b'],
    });
  });

  it('keeps two columns of one name apart', () => {
    const twice = ['n', 'n', '__proto__'].map((name): Column => ({ name, label: name, type: 'number' }));
    const text = createRowWriter('jsonl', { columns: twice, zone: 'UTC' }).write([[1, 2, 3]]);
    expect(text).toBe('{"n":1,"n_2":2,"__proto__":3}\n');
  });
});

describe('Markdown', () => {
  it('keeps cells in their columns and texts from being read as Markdown or HTML', () => {
    const text = written('markdown', [rowOf('a|b `c` *d* <img src=x>\n[e](f) \\| &lt;')], 'UTC');
    expect(text.split('\n')).toEqual([
      '| Time | Text | Count | Deleted | Tags |',
      '| --- | --- | ---: | --- | --- |',
      '| 2025-11-22 19:15:03 | a\\|b \\`c\\` \\*d\\* &lt;img src=x><br>\\[e\\](f) \\\\\\| &amp;lt; | 7 | yes | a, b |',
      '',
    ]);
  });
});

describe('plain text', () => {
  it('aligns columns, numbers to the right, and shows no control characters', () => {
    const rows: readonly Row[] = [
      ['2025-11-22 19:15:03', 'short', 7, false, []],
      [null, '今日\u001B[31m\nred', 1234, true, ['x']],
    ];
    expect(written('text', rows).split('\n')).toEqual([
      'Time                 Text             Count  Deleted  Tags',
      '-------------------  ---------------  -----  -------  ----',
      '2025-11-22 20:15:03  short                7',
      '                     今日 [31m ⏎ red   1234  yes      x',
      '',
    ]);
  });
});

describe('times', () => {
  it('follow the clocks of their zone through the change of summer time', () => {
    const rows = ['2025-10-26 00:30:00', '2025-10-26 01:30:00', '2025-03-30 00:59:59', '2025-03-30 01:00:00'];
    const lines = readCsv(
      written(
        'csv',
        rows.map((time): Row => [time, '', 0, false, []]),
      ),
    ).slice(1);
    expect(lines.map(([time]) => time)).toEqual([
      '2025-10-26 02:30:00',
      '2025-10-26 02:30:00',
      '2025-03-30 01:59:59',
      '2025-03-30 03:00:00',
    ]);
  });

  it.each(['yesterday', '2025-02-31 10:00:00x', ''])('that are none stay as they are: %j', (time) => {
    expect(readCsv(written('csv', [[time, '', 0, false, []]]))[1]?.[0]).toBe(time);
  });
});

it('every format writes rows the same whatever chunks they come in', () => {
  const rows = Array.from({ length: 7 }, (_, index): Row => [null, `text ${index}`, index, index % 2 === 0, []]);
  for (const format of exportFormats) {
    const writer = createRowWriter(format, { columns, zone: 'UTC' });
    const chunked = writer.head + writer.write(rows.slice(0, 3)) + writer.write(rows.slice(3)) + writer.write([]);
    expect(chunked).toBe(written(format, rows, 'UTC'));
  }
});

it('no cell of any type breaks a format', () => {
  const cell = (type: Column['type']): fc.Arbitrary<Cell> => {
    if (type === 'number') return fc.option(fc.oneof(fc.integer(), fc.bigInt()));
    if (type === 'boolean') return fc.option(fc.boolean());
    return type === 'list' ? fc.array(fc.string()) : fc.option(fc.string());
  };
  const row = fc.tuple(...columns.map(({ type }) => cell(type)));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      expect(written('jsonl', rows).split('\n')).toHaveLength(rows.length + 1);
      expect(written('markdown', rows).split('\n')).toHaveLength(rows.length + 3);
      expect(written('text', rows).split('\n')).toHaveLength(rows.length + 3);
      expect(readCsv(written('csv', rows))).toHaveLength(rows.length + 1);
    }),
  );
});
