/**
 * Translates in a worker, so that painting never waits: the newest label map wins, older ones that still wait are dropped. The CPU begins, with the first of the
 * model's files; while nobody paints, its worker times the others. Where the browser has WebGPU, another worker is timed on that and takes over if it is faster.
 */
export class Translator {
  #model;
  #heard;
  #current = null;
  #challenger = null;
  #isBusy = false;
  #latest = null;
  #isFresh = false;
  #hasTriedGpu = false;

  /**
   * @param model What model.json says.
   * @param heard { progress(share), ready(how, isSettled), translated(rgba, milliseconds, isNewest), failed(sentence) }; ready is called whenever another way to
   * translate is chosen, isSettled when its worker has timed all its files, and isNewest when no newer map waits.
   */
  constructor(model, heard) {
    this.#model = model;
    this.#heard = heard;
    this.#open('wasm');
  }

  /** @param rgba 4 bytes a pixel, of the generator's size; not changed by the caller afterwards. */
  submit(rgba) {
    this.#latest = rgba;
    this.#isFresh = true;
    this.#next();
  }

  #open(provider) {
    const worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
    const runner = { worker, provider, how: '', milliseconds: Infinity, isSettled: false };
    worker.onerror = (event) => this.#fail(runner, event.message || 'The translation worker could not be started.');
    worker.onmessage = ({ data }) => this.#hear(runner, data);
    worker.postMessage({ model: this.#model, provider });
  }

  #hear(runner, data) {
    if (data.kind === 'progress') {
      if (!this.#current) {
        this.#heard.progress(data.share);
      }
    } else if (data.kind === 'failed') {
      this.#fail(runner, data.sentence);
    } else if (data.kind === 'translated') {
      this.#isBusy = false;
      this.#heard.translated(new Uint8ClampedArray(data.rgba), data.milliseconds, !this.#isFresh);
      this.#next();
    } else {
      [runner.how, runner.milliseconds, runner.isSettled] = [data.how, data.milliseconds, data.isSettled];
      this.#compare(runner);
    }
  }

  /** A worker is ready, or has done another step of timing its files. */
  #compare(runner) {
    if (!this.#current) {
      this.#challenger = runner;
    } else if (runner === this.#current) {
      this.#isBusy = false;
      if (runner.isSettled) {
        this.#heard.ready(runner.how, true);
        this.#tryGpu(null);
      }
    } else if (!runner.isSettled) {
      runner.worker.postMessage({});
      return;
    } else if (runner.milliseconds < this.#current.milliseconds) {
      this.#challenger = runner;
    } else {
      runner.worker.terminate();
      return;
    }

    this.#next();
  }

  #next() {
    if (this.#isBusy) {
      return;
    }

    if (this.#challenger) {
      this.#current?.worker.terminate();
      this.#current = this.#challenger;
      this.#challenger = null;
      this.#heard.ready(this.#current.how, this.#current.isSettled);
    }

    if (this.#current && this.#isFresh) {
      [this.#isBusy, this.#isFresh] = [true, false];
      this.#current.worker.postMessage({ rgba: this.#latest.buffer });
    } else if (this.#current && !this.#current.isSettled) {
      this.#isBusy = true;
      this.#current.worker.postMessage({});
    }
  }

  /** A browser may have WebGPU and no adapter, or one that the CPU computes, which is never the faster one. */
  async #tryGpu(fault) {
    const adapter = this.#hasTriedGpu ? null : await navigator.gpu?.requestAdapter().catch(() => null);
    this.#hasTriedGpu = true;
    if (adapter && !adapter.info?.isFallbackAdapter) {
      this.#open('webgpu');
    } else if (fault) {
      this.#heard.failed(fault);
    }
  }

  #fail(runner, sentence) {
    if (runner.provider === 'wasm') {
      this.#isBusy = false;
      if (this.#current) {
        this.#heard.failed(sentence);
      } else {
        this.#tryGpu(sentence);
      }

      return;
    }

    // A GPU that fails while it is timed never took over; one that fails later, as when its driver is reset, hands back to the CPU.
    runner.worker.terminate();
    if (runner === this.#current) {
      [this.#current, this.#isBusy, this.#isFresh] = [null, false, this.#latest !== null];
      this.#open('wasm');
    } else if (runner === this.#challenger) {
      this.#challenger = null;
    } else if (!this.#current) {
      this.#heard.failed(sentence);
    }
  }
}
