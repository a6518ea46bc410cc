import { FileInput } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import classes from './DropOverlay.module.css';
import { useImportFlow } from './ImportFlowProvider.tsx';

/** Accepts files dropped anywhere on the window, and says so while they are held over it. */
export function DropOverlay() {
  const { takeDropped } = useImportFlow();
  const [isOver, setIsOver] = useState(false);
  const onDrop = useEffectEvent((event: DragEvent) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) takeDropped(files);
  });

  useEffect(() => {
    // A file dropped where nothing accepts it would replace the page: the whole window accepts.
    const onDragOver = (event: DragEvent) => {
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = holdsFiles(event) ? 'copy' : 'none';
      setIsOver(holdsFiles(event));
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setIsOver(false);
      onDrop(event);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', drop);
    };
  }, []);

  if (!isOver) return null;
  return (
    <div className={classes.overlay} data-testid="drop-overlay">
      <div className={classes.target}>
        <FileInput size="2.5rem" strokeWidth={1.25} aria-hidden />
        Drop to import
      </div>
    </div>
  );
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
