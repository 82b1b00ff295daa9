// The generator, in a thread of its own, on one execution provider. It times the files that run there, and keeps the fastest.
const TRIALS = 3;

let model;
let session;
let runtime;

self.onmessage = async ({ data }) => {
  try {
    if (data.model) {
      model = data.model;
      const { how, milliseconds } = await open(data.provider);
      self.postMessage({ kind: 'ready', how, milliseconds });
    } else {
      const start = performance.now();
      const rgba = await translate(session, new Uint8Array(data.rgba));
      self.postMessage({ kind: 'translated', rgba: rgba.buffer, milliseconds: performance.now() - start }, [rgba.buffer]);
    }
  } catch (fault) {
    self.postMessage({ kind: 'failed', sentence: `The generator can't run in this browser: ${fault.message ?? fault}` });
  }
};

/** Makes the fastest session that works: its name for people, and the milliseconds of a translation. */
async function open(provider) {
  // WebGPU's kernels are for floats.
  const usable = model.generators.filter(({ precision }) => provider === 'wasm' || precision !== 'int8');
  const files = await download(usable.map(({ file }) => file));
  const faults = [];
  let best = null;
  for (const [i, { precision }] of usable.entries()) {
    try {
      const candidate = await create(provider, files[i]);
      const milliseconds = await time(candidate);
      const [kept, other] = !best || milliseconds < best.milliseconds ? [{ ...candidate, milliseconds, precision }, best] : [best, candidate];
      best = kept;
      await other?.session.release();
    } catch (fault) {
      faults.push(`${provider}, ${precision}: ${fault.message ?? fault}`);
    }
  }

  if (!best) {
    throw new Error(faults.join('; '));
  }

  ({ session, runtime } = best);
  return { how: `${provider === 'wasm' ? threads() : 'WebGPU'}, ${best.precision}`, milliseconds: best.milliseconds };
}

function threadCount() {
  return self.crossOriginIsolated ? Math.min(self.navigator.hardwareConcurrency || 1, 8) : 1;
}

function threads() {
  return threadCount() === 1 ? 'CPU, 1 thread' : `CPU, ${threadCount()} threads`;
}

async function create(provider, bytes) {
  const ort = await import(provider === 'webgpu' ? './runtime/ort.webgpu.min.mjs' : './runtime/ort.wasm.min.mjs');
  ort.env.wasm.wasmPaths = new URL('./runtime/', import.meta.url).href;
  ort.env.wasm.numThreads = threadCount();
  ort.env.logLevel = 'error';
  return { runtime: ort, session: await ort.InferenceSession.create(bytes, { executionProviders: [provider], graphOptimizationLevel: 'all' }) };
}

/** The median of a few translations of an empty map, after one that warms up. */
async function time(candidate) {
  runtime = candidate.runtime;
  const empty = new Uint8Array(model.width * model.height * 4);
  const times = [];
  for (let i = 0; i <= TRIALS; i++) {
    const start = performance.now();
    await translate(candidate.session, empty);
    times.push(performance.now() - start);
  }

  return times.slice(1).sort((a, b) => a - b)[TRIALS >> 1];
}

/** RGBA bytes in, RGBA bytes out; between them planes of -1..1. */
async function translate(generator, rgba) {
  const { width, height, outputWidth, outputHeight, inputChannels, outputChannels } = model;
  const count = width * height;
  const planes = new Float32Array(inputChannels * count);
  for (let channel = 0; channel < inputChannels; channel++) {
    const plane = planes.subarray(channel * count, (channel + 1) * count);
    for (let i = 0, at = channel; i < count; i++, at += 4) {
      plane[i] = rgba[at] / 127.5 - 1;
    }
  }

  const feeds = { [generator.inputNames[0]]: new runtime.Tensor('float32', planes, [1, inputChannels, height, width]) };
  const results = await generator.run(feeds);
  const values = await results[generator.outputNames[0]].getData();
  const pixels = outputWidth * outputHeight;
  const answer = new Uint8ClampedArray(pixels * 4).fill(255);
  for (let channel = 0; channel < 3; channel++) {
    const from = Math.min(channel, outputChannels - 1) * pixels;
    for (let i = 0, at = channel; i < pixels; i++, at += 4) {
      answer[at] = values[from + i] * 127.5 + 127.5;
    }
  }

  return answer;
}

/** Downloads the generators and says how far it is. */
async function download(names) {
  const parts = await Promise.all(names.map(async (name) => {
    const response = await fetch(new URL(name, import.meta.url));
    if (!response.ok) {
      throw new Error(`${name} is not there (${response.status})`);
    }

    return { response, size: Number(response.headers.get('Content-Length')) || 0 };
  }));
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  let got = 0;
  return Promise.all(parts.map(async ({ response }) => {
    const chunks = [];
    for (const reader = response.body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) {
        return new Uint8Array(await new Blob(chunks).arrayBuffer());
      }

      chunks.push(value);
      got += value.length;
      self.postMessage({ kind: 'progress', share: total ? Math.min(1, got / total) : 0 });
    }
  }));
}
