import { useWords } from '../hooks/useWords';

/** The shape of the screen while the page is being looked at: nothing jumps when it is there. */
export function Skeleton() {
  const { t } = useWords();
  return (
    <div className="compose-body" aria-busy="true">
      <p className="visually-hidden" role="status">
        {t('find_looking')}
      </p>
      <div className="bone bone-head" />
      <div className="bone-grid">
        {['a', 'b', 'c', 'd', 'e'].map((name) => (
          <div key={name} className="bone" />
        ))}
      </div>
      <SkeletonSide />
    </div>
  );
}

export function SkeletonSide() {
  return (
    <div className="bones" aria-hidden="true">
      <div className="bone bone-stage" />
      <div className="bone bone-line" />
      <div className="bone bone-settings" />
    </div>
  );
}
