import { QueryClient } from '@tanstack/react-query';

/** First parts of query keys; what changes with the library's rows is listed in `libraryKeys`. */
export const keys = {
  info: ['info'],
  settings: ['settings'],
  jobs: ['jobs'],
  status: ['status'],
  recent: ['recent'],
  messages: ['messages'],
  raids: ['raids'],
  days: ['days'],
  imports: ['imports'],
  issues: ['issues'],
  preview: ['preview'],
  tags: ['tags'],
  searches: ['searches'],
  searchHistory: ['search-history'],
  me: ['me'],
} as const;

/** Stale as soon as the library's rows change. */
export const libraryKeys = [
  keys.messages,
  keys.raids,
  keys.days,
  keys.imports,
  keys.issues,
  keys.preview,
  keys.recent,
  keys.tags,
  keys.searches,
  keys.searchHistory,
  keys.me,
] as const;

/**
 * Nothing here travels over a network: answers stay right until an event says otherwise, and a failure would fail
 * again, so nothing is retried or fetched anew by itself.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: Number.POSITIVE_INFINITY,
        // Rows come as fresh copies anyhow; comparing them deeply costs more than drawing the few on screen.
        structuralSharing: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
