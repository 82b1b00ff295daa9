// TensorFlow.js on wasm: node tfjs-wasm.mjs FOLDER. It reads no ONNX, so its graph is built of the same nodes and weights. In Node.js it has one thread.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { floats, serve } from './serve.mjs';

const [folder] = process.argv.slice(2);
const wasm = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
setWasmPaths(dirname(wasm) + sep);
await tf.setBackend('wasm');
await tf.ready();

const network = JSON.parse(readFileSync(join(folder, 'network.json')));
const numbers = floats(folder, 'weights.bin');
const weights = Object.fromEntries(network.weights.map(({ name, dims, start, count }) => [name, tf.tensor(numbers.subarray(start, start + count), dims)]));

// ONNX has channels before rows and kernels as [out,in,h,w] or, transposed, [in,out,h,w]; TensorFlow wants channels last and [h,w,in,out] or [h,w,out,in].
const kernels = Object.fromEntries(network.nodes.filter(({ op }) => op.startsWith('Conv')).map(({ inputs }) => [inputs[1], tf.transpose(weights[inputs[1]], [2, 3, 1, 0])]));
const picture = tf.transpose(tf.tensor(floats(folder, 'input.bin'), [1, 3, network.side, network.side]), [0, 2, 3, 1]);

// Kernel 4, stride 2, one pixel of padding on each side: what TensorFlow calls 'same'.
const bias = (y, name) => (name ? tf.add(y, weights[name]) : y);
const operators = {
  Conv: ([x], { inputs }) => bias(tf.conv2d(x, kernels[inputs[1]], 2, 'same'), inputs[2]),
  ConvTranspose: ([x], { inputs }) => bias(tf.conv2dTranspose(x, kernels[inputs[1]], [1, 2 * x.shape[1], 2 * x.shape[2], kernels[inputs[1]].shape[2]], 2, 'same'), inputs[2]),
  LeakyRelu: ([x], { alpha }) => tf.leakyRelu(x, alpha),
  Relu: ([x]) => tf.relu(x),
  Concat: (all) => tf.concat(all, 3),
  Tanh: ([x]) => tf.tanh(x),
};

function run() {
  return tf.tidy(() => {
    const values = { [network.input]: picture };
    for (const node of network.nodes) {
      values[node.output] = operators[node.op](node.inputs.map((name) => values[name]).filter(Boolean), node);
    }

    return values[network.output];
  });
}

// Both peers end with values in plain memory; only the first answer is put into ONNX's order, which is no part of a translation.
let isFirst = true;
async function translate() {
  const y = run();
  const shown = isFirst ? tf.transpose(y, [0, 3, 1, 2]) : y;
  isFirst = false;
  const values = await shown.data();
  tf.dispose([y, shown]);
  return values;
}

await serve({ version: tf.version_core, threads: 1 }, translate, floats(folder, 'answer.bin'));
