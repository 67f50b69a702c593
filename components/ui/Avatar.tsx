import { useState } from 'react';

interface AvatarProps {
  name: string;
  src?: string | undefined;
  size?: number;
}

/** The name always stands beside it, so the picture is silent. TikTok's avatar addresses lapse: then the initial shows. */
export function Avatar({ name, src, size = 28 }: AvatarProps) {
  const [broken, setBroken] = useState<string>();
  const initial = [...name.trim()][0]?.toLocaleUpperCase() ?? '·';
  return (
    <span className="avatar" style={{ inlineSize: size, blockSize: size, fontSize: size * 0.44 }}>
      {src && broken !== src ? (
        <img src={src} alt="" width={size} height={size} onError={() => setBroken(src)} />
      ) : (
        <span aria-hidden="true">{initial}</span>
      )}
    </span>
  );
}
