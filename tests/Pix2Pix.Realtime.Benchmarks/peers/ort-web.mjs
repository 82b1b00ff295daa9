// ONNX Runtime for the web: node ort-web.mjs FOLDER FILE.onnx THREADS
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ort from 'onnxruntime-web';
import { floats, serve } from './serve.mjs';

const [folder, file, threads] = process.argv.slice(2);
const { side } = JSON.parse(readFileSync(join(folder, 'network.json')));
ort.env.wasm.numThreads = Number(threads);
ort.env.logLevel = 'error';
const session = await ort.InferenceSession.create(readFileSync(join(folder, file)), { executionProviders: ['wasm'], graphOptimizationLevel: 'all' });
const input = new ort.Tensor('float32', floats(folder, 'input.bin'), [1, 3, side, side]);
const translate = async () => (await session.run({ [session.inputNames[0]]: input }))[session.outputNames[0]].data;
await serve({ version: ort.env.versions.web, threads: Number(threads) }, translate, floats(folder, 'answer.bin'));
