import { formatCount, formatQuantity } from '../app/number-format.ts';
import { PlayerTools } from './PlayerTools.tsx';
import { PullTools } from './PullTools.tsx';
import { QuickFilters } from './QuickFilters.tsx';
import { RaidExport } from './RaidExport.tsx';
import type { RaidListPage } from './raid-path.ts';
import type { ShownRaids } from './RaidSearchProvider.tsx';
import classes from './RaidsView.module.css';

interface RaidResultBarProps {
  readonly libraryPath: string;
  readonly shown: ShownRaids;
  readonly page: RaidListPage;
}

/** How many pulls were found and how they ended, quick filters, and what can be done with them. */
export function RaidResultBar({ libraryPath, shown, page }: RaidResultBarProps) {
  const { total, killCount, wipeCount } = shown.firstPage;
  const otherCount = total - killCount - wipeCount;
  return (
    <div className={classes.bar}>
      <div className={classes.count} role="status" data-testid="pull-count">
        <strong>{formatQuantity(total, 'pull')}</strong>
        {total > 0 && (
          <>
            , <span className={classes.kills}>{formatQuantity(killCount, 'kill')}</span>,{' '}
            <span className={classes.wipes}>{formatQuantity(wipeCount, 'wipe')}</span>
            {otherCount > 0 && <span title="They go on, or have not begun">, {formatCount(otherCount)} not ended</span>}
          </>
        )}
      </div>
      <QuickFilters libraryPath={libraryPath} />
      <span className={classes.tools}>
        {page === 'pulls' && <PullTools />}
        {page === 'players' && <PlayerTools />}
        <RaidExport shown={shown} page={page} />
      </span>
    </div>
  );
}
