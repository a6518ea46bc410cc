import { VisuallyHidden } from '@mantine/core';
import type { OpenLibrary } from '../../shared/library/types.ts';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import { EmptyLibrary } from '../library/EmptyLibrary.tsx';
import { rowCountOf } from '../library/use-library.ts';
import { CalendarPage } from './CalendarPage.tsx';
import { ComparePage } from './compare/ComparePage.tsx';
import { PlayerPullsPage } from './compare/PlayerPullsPage.tsx';
import { RaidDetailPage } from './detail/RaidDetailPage.tsx';
import { NoPulls } from './NoPulls.tsx';
import { BossPage } from './progression/BossPage.tsx';
import { PlayersPage } from './PlayersPage.tsx';
import { ProgressionPage } from './progression/ProgressionPage.tsx';
import { PullsPage } from './PullsPage.tsx';
import { RaidResultBar } from './RaidResultBar.tsx';
import { useRaidSearch, type ShownRaids } from './RaidSearchProvider.tsx';
import classes from './RaidsView.module.css';
import { RaidTabs, tabPanelId } from './RaidTabs.tsx';
import type { RaidListPage } from './raid-path.ts';
import { RaidTimelinePage } from './timeline/RaidTimelinePage.tsx';
import { useRaidPlace } from './use-raid-place.ts';

interface RaidsViewProps {
  readonly library: OpenLibrary;
}

/** Raids: the pages over all of the query's, or one thing of them. */
export function RaidsView({ library }: RaidsViewProps) {
  const { place } = useRaidPlace();
  if (rowCountOf(library, 'raids') === 0) return <EmptyLibrary library={library} of="raids" />;
  switch (place.page) {
    case 'raid':
      return <RaidDetailPage raidId={place.raidId} messageId={place.messageId ?? null} />;
    case 'compare':
      return <ComparePage raidIds={place.raidIds} />;
    case 'player':
      return <PlayerPullsPage playerId={place.playerId} />;
    case 'boss':
      return <BossPage boss={place.boss} difficulty={place.difficulty} guildId={place.guildId} />;
    default:
      return <QueryPages library={library} page={place.page} />;
  }
}

function QueryPages({ library, page }: RaidsViewProps & { readonly page: RaidListPage }) {
  const { shown, isStale, problems, error } = useRaidSearch();
  return (
    <div className={classes.view}>
      <VisuallyHidden component="h1">Raids</VisuallyHidden>
      <RaidTabs page={page} />
      {error && <ErrorNotice error={error} />}
      <div id={tabPanelId} role="tabpanel" aria-label={page} className={classes.panel}>
        {shown !== null && (
          <>
            <RaidResultBar libraryPath={library.path} shown={shown} page={page} />
            {shown.firstPage.total === 0 ? (
              <NoPulls libraryPath={library.path} shown={shown} problems={problems} isStale={isStale} />
            ) : (
              <div className={classes.content} data-stale={isStale || undefined}>
                <QueryPage libraryPath={library.path} page={page} shown={shown} />
              </div>
            )}
          </>
        )}
      </div>
    </div>
  );
}

interface QueryPageProps {
  readonly libraryPath: string;
  readonly page: RaidListPage;
  readonly shown: ShownRaids;
}

function QueryPage({ libraryPath, page, shown }: QueryPageProps) {
  switch (page) {
    case 'pulls':
      return <PullsPage libraryPath={libraryPath} shown={shown} />;
    case 'players':
      return <PlayersPage libraryPath={libraryPath} shown={shown} />;
    case 'calendar':
      return <CalendarPage libraryPath={libraryPath} shown={shown} />;
    case 'progression':
      return <ProgressionPage />;
    case 'timeline':
      return <RaidTimelinePage />;
  }
}
