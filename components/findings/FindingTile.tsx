import { memo } from 'react';
import { whyNotCarried } from '../../lib/drafts/page-seen';
import type { Finding } from '../../lib/finder/finding';
import { useFormats } from '../hooks/useFormats';
import { useWords } from '../hooks/useWords';
import { Icon } from '../ui/Icon';
import { usePicture } from './usePicture';

interface FindingTileProps {
  finding: Finding;
  index: number;
  /** Its place among the chosen, from 1; absent when it is not chosen. */
  place: number | undefined;
  reachable: boolean;
  onToggle: (finding: Finding) => void;
  /** Its picture is shown only with the person's leave for this origin. */
  onClosed: (origin: string) => void;
}

export const FindingTile = memo(function FindingTile({
  finding,
  index,
  place,
  reachable,
  onToggle,
  onClosed,
}: FindingTileProps) {
  const { t } = useWords();
  const formats = useFormats();
  const refused = whyNotCarried(finding);
  const facts = describe(finding);
  return (
    <button
      type="button"
      role="option"
      className="tile"
      data-index={index}
      aria-selected={place !== undefined}
      data-refused={refused}
      aria-disabled={refused && finding.kind === 'photo' ? true : undefined}
      title={refused ? t(`find_refused_${wordOf(refused)}`) : finding.alt}
      tabIndex={reachable ? 0 : -1}
      onClick={() => onToggle(finding)}
    >
      <Still finding={finding} onClosed={onClosed} />
      <span className="visually-hidden">{facts.name}</span>
      {facts.foot && (
        <span className="tile-foot" dir="ltr" aria-hidden="true">
          {facts.foot}
        </span>
      )}
      {refused && (
        <span className="tile-refused">
          <Icon name="stop" size={16} />
        </span>
      )}
      {place !== undefined && (
        <span className="tile-place" aria-hidden="true">
          {finding.kind === 'photo' ? formats.number(place) : <Icon name="check" size={13} />}
        </span>
      )}
    </button>
  );

  /** What it is, for the eye in one short line and for the ear in a sentence. */
  function describe({ kind, duration, width, height, alt }: Finding) {
    const length = duration === undefined ? undefined : formats.duration(duration);
    const size = width && height ? `${width}×${height}` : undefined;
    const what = t(kind === 'video' ? 'find_video' : 'find_photo', { number: index + 1 });
    const why = refused && t(`find_refused_${wordOf(refused)}`);
    return {
      foot: kind === 'video' ? (length ?? size) : size,
      name: [what, alt, length, size, why].filter(Boolean).join(', '),
    };
  }
});

const wordOf = (refused: 'embed-only' | 'policy-refused' | 'no-address') =>
  ({ 'embed-only': 'embed', 'policy-refused': 'policy', 'no-address': 'address' })[refused] as
    | 'embed'
    | 'policy'
    | 'address';

function Still({ finding, onClosed }: { finding: Finding; onClosed: (origin: string) => void }) {
  const url = finding.poster ?? (finding.kind === 'photo' ? finding.urls.at(-1) : undefined);
  const picture = usePicture(url, onClosed);
  if (!picture.src) {
    return (
      <span className="tile-blank">
        <Icon name={finding.kind === 'video' ? 'film' : 'image'} size={22} />
      </span>
    );
  }
  return (
    <>
      <img
        src={picture.src}
        alt=""
        loading="lazy"
        decoding="async"
        draggable={false}
        onError={picture.onError}
      />
      {finding.kind === 'video' && (
        <span className="tile-kind">
          <Icon name="play" size={12} />
        </span>
      )}
    </>
  );
}
