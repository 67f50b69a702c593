const widthWritten: readonly RegExp[] = [
  /[?&](?:w|width|imwidth|wid|sw|maxwidth)=(\d{2,4})\b/i,
  /[?&](?:resize|fit|size|dimensions?)=(\d{2,4})/i,
  /Resize=\((\d{2,4})/i,
  /[/,](?:w|width|s|max|size\/w|fit|fill|resize|width\/w)[_=:/-]?(\d{2,4})(?=[,/])/i,
  /[-_](\d{2,4})x\d{0,4}(?=[-_.@]|$)/i,
  /\/(\d{2,4})x\d{0,4}(?:_\w+)?\//,
  /=[sw](\d{2,4})(?=-|$)/,
  /(?:fill|fit|resize:\w+)[:/](\d{2,4})/,
  /il_(\d{2,4})x/,
];

/** Blurred for the time until the picture loads: its width says nothing of the picture's. */
const blurred = /[/,]blur|e_blur|e_pixelate|lqip/i;

/** How wide an address says its picture is. */
export function widthHint(address: string): number | undefined {
  if (blurred.test(address)) return undefined;
  for (const pattern of widthWritten) {
    const width = Number(pattern.exec(address)?.[1]);
    if (width > 0) return width;
  }
  return undefined;
}
