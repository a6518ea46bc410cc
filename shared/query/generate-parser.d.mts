/** The parser's source text; plain ES module without imports. */
export function generateParser(): string;
