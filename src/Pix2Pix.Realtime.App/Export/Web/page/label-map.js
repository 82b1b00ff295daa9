/** A label map that is painted: one class index a pixel, with undo. Coordinates are in pixels of the map, whole or not. */
export class LabelMap {
  static #mostUndo = 100;

  #classes;
  #undo = [];
  #redo = [];

  /** @param classes [{ color: [r, g, b] }] @param background The index of the class of an empty map. */
  constructor(width, height, classes, background) {
    Object.assign(this, { width, height, background });
    this.#classes = classes;
    this.pixels = new Uint8Array(width * height).fill(background);
  }

  get canUndo() { return this.#undo.length > 0; }
  get canRedo() { return this.#redo.length > 0; }

  /** Remembers the map as it is: everything until the next call is one step of undo. */
  begin() {
    this.#undo.push(this.pixels.slice());
    this.#undo.splice(0, this.#undo.length - LabelMap.#mostUndo);
    this.#redo.length = 0;
  }

  undo() { this.#step(this.#undo, this.#redo); }
  redo() { this.#step(this.#redo, this.#undo); }

  clear() { this.pixels.fill(this.background); }

  rectangle(x0, y0, x1, y1, index) {
    const [left, right] = [Math.min(x0, x1), Math.max(x0, x1)].map((x) => clamp(Math.round(x), 0, this.width));
    const [top, bottom] = [Math.min(y0, y1), Math.max(y0, y1)].map((y) => clamp(Math.round(y), 0, this.height));
    for (let y = top; y < bottom; y++) {
      this.pixels.fill(index, y * this.width + left, y * this.width + right);
    }
  }

  /** A round brush moved along a line. */
  line(x0, y0, x1, y1, size, index) {
    const steps = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / Math.max(1, size / 4)));
    for (let i = 0; i <= steps; i++) {
      this.#dot(x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * i) / steps, size / 2, index);
    }
  }

  /** Fills the connected area of one class. */
  fill(x, y, index) {
    const start = Math.floor(y) * this.width + Math.floor(x);
    const old = this.pixels[start];
    if (old === index || old === undefined) {
      return;
    }

    for (const open = [start]; open.length > 0;) {
      const at = open.pop();
      if (this.pixels[at] !== old) {
        continue;
      }

      this.pixels[at] = index;
      const column = at % this.width;
      if (column > 0) open.push(at - 1);
      if (column < this.width - 1) open.push(at + 1);
      if (at >= this.width) open.push(at - this.width);
      if (at < this.pixels.length - this.width) open.push(at + this.width);
    }
  }

  /** A whole element, centred on the point: its parts are rectangles in shares of its box. */
  stamp(x, y, { width, height, parts }) {
    const [left, top] = [x - width / 2, y - height / 2];
    for (const part of parts) {
      this.rectangle(left + part.left * width, top + part.top * height, left + part.right * width, top + part.bottom * height, part.class);
    }
  }

  /** Takes a picture over: each pixel becomes the class of the nearest colour. @param rgba 4 bytes a pixel, of this size. */
  read(rgba) {
    const known = new Map();
    for (let i = 0; i < this.pixels.length; i++) {
      const [r, g, b] = rgba.subarray(i * 4, i * 4 + 3);
      const key = (r << 16) | (g << 8) | b;
      if (!known.has(key)) {
        const distances = this.#classes.map(({ color }) => (color[0] - r) ** 2 + (color[1] - g) ** 2 + (color[2] - b) ** 2);
        known.set(key, distances.indexOf(Math.min(...distances)));
      }

      this.pixels[i] = known.get(key);
    }
  }

  /** The map in its classes' colours: 4 bytes a pixel. */
  toRgba() {
    const colors = Uint32Array.from(this.#classes, ({ color: [r, g, b] }) => ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0);
    const rgba = new Uint32Array(this.pixels.length);
    for (let i = 0; i < rgba.length; i++) {
      rgba[i] = colors[this.pixels[i]];
    }

    return new Uint8ClampedArray(rgba.buffer);
  }

  #dot(x, y, radius, index) {
    for (let row = Math.max(0, Math.ceil(y - radius - 0.5)); row < Math.min(this.height, y + radius + 0.5); row++) {
      const reach = Math.sqrt(Math.max(0.25, radius ** 2 - (row + 0.5 - y) ** 2));
      const [left, right] = [clamp(Math.round(x - reach), 0, this.width), clamp(Math.round(x + reach), 0, this.width)];
      this.pixels.fill(index, row * this.width + left, row * this.width + Math.max(left, right));
    }
  }

  #step(from, to) {
    if (from.length > 0) {
      to.push(this.pixels);
      this.pixels = from.pop();
    }
  }
}

function clamp(value, least, most) {
  return Math.min(most, Math.max(least, value));
}
