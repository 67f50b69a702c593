/** The first bytes of an answer, however long it is: what comes after them is never waited for. */
export async function firstBytes(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  while (length < limit) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
  }
  await reader.cancel();
  return new Uint8Array(await new Blob(parts).arrayBuffer()).subarray(0, limit);
}

/** All of an answer; undefined where it is longer than it may be, without holding more than that. */
export async function wholeBody(
  response: Response,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(response.headers.get('content-length')) > most) {
    await response.body?.cancel();
    return undefined;
  }
  const bytes = await firstBytes(response, most + 1);
  return bytes.length > most ? undefined : bytes;
}
