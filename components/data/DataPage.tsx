import { AuditTrailCard } from './AuditTrailCard';
import { DiagnosticsCard } from './DiagnosticsCard';
import { EraseCard } from './EraseCard';
import { ExportCard } from './ExportCard';
import { ImportCard } from './ImportCard';
import { StorageCard } from './StorageCard';
import './data.css';

/** Everything Ferry keeps, in the person's hands. */
export function DataPage() {
  return (
    <div className="data-cards">
      <AuditTrailCard />
      <ExportCard />
      <ImportCard />
      <StorageCard />
      <DiagnosticsCard />
      <EraseCard />
    </div>
  );
}
