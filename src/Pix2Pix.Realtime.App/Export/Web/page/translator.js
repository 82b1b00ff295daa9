/** Translates in a worker, so that painting never waits: the newest label map wins, older ones that still wait are dropped. */
export class Translator {
  #worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
  #isBusy = true;
  #waiting = null;

  /**
   * @param model What model.json says.
   * @param heard { progress(share), ready(how), translated(rgba, milliseconds), failed(sentence) }
   */
  constructor(model, heard) {
    this.#worker.onerror = (event) => heard.failed(event.message || 'The translation worker could not be started.');
    this.#worker.onmessage = ({ data }) => {
      const { kind } = data;
      if (kind === 'progress') {
        heard.progress(data.share);
      } else if (kind === 'failed') {
        heard.failed(data.sentence);
      } else {
        this.#isBusy = false;
        if (kind === 'ready') {
          heard.ready(data.how);
        } else {
          heard.translated(new Uint8ClampedArray(data.rgba), data.milliseconds);
        }

        this.#next();
      }
    };
    this.#worker.postMessage({ model });
  }

  /** @param rgba 4 bytes a pixel, of the generator's size; taken over. */
  submit(rgba) {
    this.#waiting = rgba;
    this.#next();
  }

  #next() {
    if (!this.#isBusy && this.#waiting) {
      this.#isBusy = true;
      this.#worker.postMessage({ rgba: this.#waiting.buffer }, [this.#waiting.buffer]);
      this.#waiting = null;
    }
  }
}
