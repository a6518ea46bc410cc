/**
 * A page never learns where a file lies, and neither does a script in it; the browser's debugging protocol does. So
 * dropped and chosen files stay objects of the page until the host asks the browser for their paths here. A `File`
 * that a script made up has no path and is left out.
 */
import type { CDPSession } from 'playwright-core';

/** Paths of the files in the array that the expression evaluates to, in order. */
export async function pathsOfFiles(session: CDPSession, arrayExpression: string): Promise<readonly string[]> {
  const array = await session.send('Runtime.evaluate', {
    expression: arrayExpression,
    awaitPromise: true,
    // A chooser opens only in answer to a person's act; the act was the click that made the page ask.
    userGesture: true,
  });
  const arrayId = array.result.objectId;
  if (array.exceptionDetails || arrayId === undefined) return [];
  const length = await session.send('Runtime.callFunctionOn', {
    objectId: arrayId,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  const paths: string[] = [];
  const count = Number(length.result.value) || 0;
  for (let index = 0; index < count; index += 1) {
    const path = await pathOfFile(session, arrayId, index);
    if (path !== null) paths.push(path);
  }
  await session.send('Runtime.releaseObject', { objectId: arrayId });
  return paths;
}

async function pathOfFile(session: CDPSession, arrayId: string, index: number): Promise<string | null> {
  const file = await session.send('Runtime.callFunctionOn', {
    objectId: arrayId,
    functionDeclaration: 'function (index) { return this[index]; }',
    arguments: [{ value: index }],
  });
  if (file.result.objectId === undefined) return null;
  try {
    const { path } = await session.send('DOM.getFileInfo', { objectId: file.result.objectId });
    return path === '' ? null : path;
  } catch {
    return null; // not a file, or one that only exists in memory
  }
}
