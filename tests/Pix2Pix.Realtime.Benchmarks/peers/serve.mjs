// What both peers do: read the picture, show that the answer is the right one, then translate once for each line on stdin and say how long it took.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Float32 values of a file, in their order. */
export function floats(folder, name) {
  const bytes = readFileSync(join(folder, name));
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/**
 * @param about What the greeting says of the peer: { version, threads }.
 * @param translate Async: one translation, until its values could be read; returns them in the order [1,C,H,W].
 * @param expected What these values should be.
 */
export async function serve(about, translate, expected) {
  const values = await translate();
  let difference = values.length === expected.length ? 0 : Infinity;
  for (let i = 0; i < expected.length; i++) {
    difference = Math.max(difference, Math.abs(values[i] - expected[i]));
  }

  console.log(JSON.stringify({ ...about, difference }));
  for await (const _ of createInterface({ input: process.stdin })) {
    const start = performance.now();
    await translate();
    console.log((performance.now() - start).toFixed(3));
  }

  // Worker threads of a runtime would keep the process.
  process.exit(0);
}
