/** Players of other houses: their address is a page around a film, never the film. */
const youtube =
  /^https?:\/\/(?:(?:www|m|music)\.)?(?:youtube(?:-nocookie)?\.com\/(?:embed\/|watch\?(?:.*&)?v=|shorts\/|live\/|v\/)|youtu\.be\/)([\w-]{11})/i;
const others =
  /^https?:\/\/((?:player\.)?vimeo\.com\/(?:video\/)?\d+|fast\.wistia\.\w+\/.*(?:iframe|medias)\/\w+|(?:player|clips)\.twitch\.tv\/.+|www\.(?:tiktok|facebook|instagram|loom)\.com\/.*(?:embed|player|plugins\/video).*|streamable\.com\/[eo]\/\w+|embed\.ted\.com\/talks\/[\w-]+|play\.vidyard\.com\/\w+|players\.brightcove\.net\/.*videoId=\w+|rumble\.com\/embed\/\w+|(?:\w+\.)?dailymotion\.com\/.*video[/=]\w+)/i;

export interface Embedded {
  /** The same film in whatever way it is embedded. */
  key: string;
  /** A picture of it that needs no request to find. */
  poster?: string;
}

export function embedOf(address: string): Embedded | undefined {
  const tube = youtube.exec(address)?.[1];
  if (tube) return { key: `youtube:${tube}`, poster: `https://i.ytimg.com/vi/${tube}/hqdefault.jpg` };
  const other = others.exec(address)?.[1];
  return other ? { key: other.replace('player.', '').replace('/video', '').slice(0, 100) } : undefined;
}

/** Addresses by which a player names a film whose manifest stands at a known place beside it. */
export function manifestOf(address: string): string | undefined {
  const jw =
    /^https?:\/\/(?:cdn|content)\.(?:jwplayer|jwplatform)\.com\/(?:previews|players|videos|manifests|feeds|v2\/media)\/(\w{8})/i.exec(
      address,
    )?.[1];
  return jw ? `https://cdn.jwplayer.com/manifests/${jw}.m3u8` : undefined;
}
