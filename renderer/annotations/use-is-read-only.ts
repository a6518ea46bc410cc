import { useLibraryStatus } from '../library/use-library.ts';

/** True for a library that cannot be written: nothing can be kept in it. */
export function useIsReadOnly(): boolean {
  const status = useLibraryStatus();
  return status?.state === 'open' && status.isReadOnly;
}
