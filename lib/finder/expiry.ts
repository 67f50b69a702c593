/** Until when a signed address works, in Unix ms, where it says so. */
export function expiryOf(address: string): number | undefined {
  const hexadecimal = /[?&](?:oe|ex)=([0-9a-f]{8})\b/i.exec(address)?.[1];
  const decimal = /[?&](?:expires?|e|exp|x-expires|~exp)=(\d{10})\b/i.exec(address)?.[1];
  const seconds = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
  return seconds > 1_000_000_000 ? seconds * 1_000 : undefined;
}
