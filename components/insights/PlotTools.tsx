import type { Cell } from '../../lib/data/csv';
import { csv } from '../../lib/data/csv';
import { download, fileName } from '../hooks/download';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import type { PlotHandle } from './Plot';

interface PlotToolsProps {
  /** For the file's name. */
  name: string;
  title: string;
  rows: () => readonly (readonly Cell[])[];
  plot: { readonly current: PlotHandle | null };
  isTable: boolean;
  onTable: (isTable: boolean) => void;
}

/** The same numbers in other forms: as a table, a picture, a spreadsheet. */
export function PlotTools({ name, title, rows, plot, isTable, onTable }: PlotToolsProps) {
  const { t } = useWords();
  const savePicture = async () => {
    const picture = await plot.current?.png(title);
    if (picture) download(fileName(name, 'png'), picture);
  };
  return (
    <div className="plot-tools">
      <Button size="small" tone="plain" aria-pressed={isTable} onClick={() => onTable(!isTable)}>
        {isTable ? t('insight_as_plot') : t('insight_as_table')}
      </Button>
      {!isTable && (
        <Button size="small" tone="plain" icon="down" onClick={() => void savePicture()}>
          PNG
        </Button>
      )}
      <Button
        size="small"
        tone="plain"
        icon="down"
        onClick={() => download(fileName(name, 'csv'), new Blob([csv(rows())], { type: 'text/csv' }))}
      >
        CSV
      </Button>
    </div>
  );
}
