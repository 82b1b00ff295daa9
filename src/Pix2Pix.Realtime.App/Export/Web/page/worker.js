// The generator, in a thread of its own, on one execution provider. It begins with the first file that runs there; each empty message times another translation, until
// the fastest file is known.
const TRIALS = 3;

/** The generator's number for each value of a byte. */
const SIGNED = Float32Array.from({ length: 256 }, (_, byte) => byte / 127.5 - 1);

let model;
let planes;
let best = null;
let comparison;

self.onmessage = async ({ data }) => {
  try {
    if (data.rgba) {
      const start = performance.now();
      const rgba = await translate(best, new Uint8Array(data.rgba));
      self.postMessage({ kind: 'translated', rgba: rgba.buffer, milliseconds: performance.now() - start }, [rgba.buffer]);
      return;
    }

    if (data.model) {
      model = data.model;
      planes = new Float32Array(model.inputChannels * model.width * model.height);
      comparison = compare(data.provider);
    }

    const { done } = await comparison.next();
    self.postMessage({ kind: 'compared', how: best.how, milliseconds: best.milliseconds, isSettled: done });
  } catch (fault) {
    self.postMessage({ kind: 'failed', sentence: `The generator can't run in this browser: ${fault.message ?? fault}` });
  }
};

/** Opens and times the files that run here, one translation a step, and leaves the fastest as the best. */
async function* compare(provider) {
  const faults = [];
  // WebGPU's kernels are for floats.
  for (const { file, precision } of model.generators.filter((one) => provider === 'wasm' || one.precision !== 'int8')) {
    let candidate = null;
    try {
      candidate = { ...(await create(provider, file)), how: `${provider === 'wasm' ? threads() : 'WebGPU'}, ${precision}`, milliseconds: Infinity };
      best ??= candidate;
      yield;
      const times = [];
      for (let i = 0; i <= TRIALS; i++) {
        times.push(await time(candidate));
        yield;
      }

      // The first one warmed up.
      candidate.milliseconds = times.slice(1).sort((a, b) => a - b)[TRIALS >> 1];
      if (candidate !== best) {
        const slower = candidate.milliseconds < best.milliseconds ? best : candidate;
        best = slower === best ? candidate : best;
        await slower.session.release();
      }
    } catch (fault) {
      faults.push(`${provider}, ${precision}: ${fault.message ?? fault}`);
      best = best === candidate ? null : best;
    }
  }

  if (!best) {
    throw new Error(faults.join('; '));
  }
}

function threadCount() {
  return self.crossOriginIsolated ? Math.min(self.navigator.hardwareConcurrency || 1, 8) : 1;
}

function threads() {
  return threadCount() === 1 ? 'CPU, 1 thread' : `CPU, ${threadCount()} threads`;
}

async function create(provider, file) {
  const [ort, bytes] = await Promise.all([import(provider === 'webgpu' ? './runtime/ort.webgpu.min.mjs' : './runtime/ort.wasm.min.mjs'), download(file)]);
  ort.env.wasm.wasmPaths = new URL('./runtime/', import.meta.url).href;
  ort.env.wasm.numThreads = threadCount();
  ort.env.logLevel = 'error';
  return { runtime: ort, session: await ort.InferenceSession.create(bytes, { executionProviders: [provider], graphOptimizationLevel: 'all' }) };
}

/** Milliseconds that a translation of an empty map takes. */
async function time(generator) {
  const start = performance.now();
  await translate(generator, new Uint8Array(model.width * model.height * 4));
  return performance.now() - start;
}

/** RGBA bytes in, RGBA bytes out; between them planes of -1..1. */
async function translate({ runtime, session }, rgba) {
  const { width, height, outputWidth, outputHeight, inputChannels, outputChannels } = model;
  const count = width * height;
  for (let channel = 0; channel < inputChannels; channel++) {
    const plane = planes.subarray(channel * count, (channel + 1) * count);
    for (let i = 0, at = channel; i < count; i++, at += 4) {
      plane[i] = SIGNED[rgba[at]];
    }
  }

  const feeds = { [session.inputNames[0]]: new runtime.Tensor('float32', planes, [1, inputChannels, height, width]) };
  const results = await session.run(feeds);
  const values = await results[session.outputNames[0]].getData();
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

/** Downloads a generator and says how far it is. */
async function download(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) {
    throw new Error(`${name} is not there (${response.status})`);
  }

  const total = Number(response.headers.get('Content-Length')) || 0;
  const chunks = [];
  let got = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) {
      return new Uint8Array(await new Blob(chunks).arrayBuffer());
    }

    chunks.push(value);
    got += value.length;
    self.postMessage({ kind: 'progress', share: total ? Math.min(1, got / total) : 0 });
  }
}
