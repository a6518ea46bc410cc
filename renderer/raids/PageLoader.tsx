import { Loader } from '@mantine/core';

/** In the middle of a page of which nothing is there yet; `label` says what goes on. */
export function PageLoader({ label }: { readonly label: string }) {
  return <Loader size="sm" my="2rem" mx="auto" role="img" aria-label={label} />;
}
