// The page: paints a label map and shows its translation.
import { LabelMap } from './label-map.js';
import { Translator } from './translator.js';

const [labels, translation, status, progress, size] = ['labels', 'translation', 'status', 'progress', 'size'].map((id) => document.getElementById(id));
const ink = labels.getContext('2d', { willReadFrequently: false });
const light = translation.getContext('2d');

await isolate();
const model = await (await fetch('model.json')).json();
document.title = `${model.name}: paint a label map`;
[labels.width, labels.height, translation.width, translation.height] = [model.width, model.height, model.outputWidth, model.outputHeight];
labels.style.aspectRatio = `${model.width} / ${model.height}`;
translation.style.aspectRatio = `${model.outputWidth} / ${model.outputHeight}`;
for (const canvas of [labels, translation]) {
  canvas.style.width = canvas.style.height = '100%';
  canvas.style.objectFit = 'contain';
}

const map = new LabelMap(model.width, model.height, model.classes, model.background);
const translator = new Translator(model, {
  progress: (share) => { progress.value = share; },
  ready: (how, isSettled) => {
    progress.hidden = true;
    [document.body.dataset.ready, document.body.dataset.settled] = [how, isSettled];
    say(`Ready (${how})`);
  },
  translated: (rgba, milliseconds, isNewest) => {
    light.putImageData(new ImageData(rgba, model.outputWidth, model.outputHeight), 0, 0);
    say(`${milliseconds.toFixed(0)} ms (${document.body.dataset.ready})`);
    document.body.dataset.translated = Number(document.body.dataset.translated ?? 0) + 1;
    document.body.dataset.milliseconds = milliseconds.toFixed(2);
    translation.ariaBusy = String(!isNewest);
  },
  failed: (sentence) => {
    progress.hidden = true;
    translation.ariaBusy = 'false';
    say(sentence, true);
  },
});

const choice = { class: Math.max(0, model.classes.findIndex(({ name }) => name === 'window')), tool: 'Brush' };
const stamps = Object.fromEntries(model.stamps.map((stamp) => [stamp.name, stamp]));
radios('classes', model.classes.map(({ name, color, key }, index) => ({ text: name, color, key, value: index })), 'class');
radios('modes', ['Brush', 'Fill', 'Rectangle', ...Object.keys(stamps)].map((name) => ({ text: name, value: name })), 'tool');
const actions = Object.fromEntries([
  ['Undo', () => map.undo()], ['Redo', () => map.redo()], ['Clear', () => { map.begin(); map.clear(); }], ['Save', save],
].map(([name, act]) => [name, button('actions', name, () => { act(); show(); })]));
for (const sample of model.samples) {
  const image = new Image();
  image.src = sample;
  image.alt = 'A sample label map';
  button('samples', '', () => load(image)).append(image);
}

size.oninput = () => { document.getElementById('size-value').value = size.value; };
paint();
keys();
await load(document.querySelector('#samples img'));

/** Registers the service worker; on a host without the headers for threads, the page loads once more through it. */
async function isolate() {
  if (!('serviceWorker' in navigator)) {
    return;
  }

  await navigator.serviceWorker.register('service-worker.js').catch((fault) => say(`This page will not work offline: ${fault.message}`));
  if (!self.crossOriginIsolated && !sessionStorage.getItem('reloaded') && (await navigator.serviceWorker.ready).active) {
    sessionStorage.setItem('reloaded', 'yes');
    location.reload();
    await new Promise(() => {});
  }
}

function show() {
  const rgba = map.toRgba();
  ink.putImageData(new ImageData(rgba, map.width, map.height), 0, 0);
  translation.ariaBusy = 'true';
  translator.submit(rgba);
  [actions.Undo.disabled, actions.Redo.disabled] = [!map.canUndo, !map.canRedo];
}

function say(sentence, isBad = false) {
  status.textContent = sentence;
  status.classList.toggle('bad', isBad);
}

/** Takes a picture over as the label map, enlarged with hard edges. */
async function load(image) {
  if (!image) {
    return show();
  }

  await image.decode();
  const scaled = new OffscreenCanvas(map.width, map.height).getContext('2d');
  scaled.imageSmoothingEnabled = false;
  scaled.drawImage(image, 0, 0, map.width, map.height);
  map.begin();
  map.read(scaled.getImageData(0, 0, map.width, map.height).data);
  show();
}

function paint() {
  let last = null;
  let start = null;
  const place = (event) => {
    const box = labels.getBoundingClientRect();
    const scale = Math.min(box.width / map.width, box.height / map.height);
    return {
      x: (event.clientX - box.left - (box.width - map.width * scale) / 2) / scale,
      y: (event.clientY - box.top - (box.height - map.height * scale) / 2) / scale,
      size: size.valueAsNumber * (event.pointerType === 'pen' ? Math.min(1, event.pressure * 2) : 1),
    };
  };
  labels.onpointerdown = (event) => {
    if (event.button !== 0) {
      return;
    }

    labels.setPointerCapture(event.pointerId);
    event.preventDefault();
    map.begin();
    last = start = place(event);
    if (choice.tool === 'Brush') {
      map.line(last.x, last.y, last.x, last.y, last.size, choice.class);
    } else if (choice.tool === 'Fill') {
      map.fill(last.x, last.y, choice.class);
    } else if (stamps[choice.tool]) {
      map.stamp(last.x, last.y, stamps[choice.tool]);
    }

    show();
  };
  labels.onpointermove = (event) => {
    if (!last || choice.tool === 'Fill' || stamps[choice.tool]) {
      return;
    }

    // The browser joins moves within a frame; the brush wants each.
    for (const move of event.getCoalescedEvents?.() ?? [event]) {
      const now = place(move);
      if (choice.tool === 'Brush') {
        map.line(last.x, last.y, now.x, now.y, now.size, choice.class);
      } else {
        map.undo();
        map.begin();
        map.rectangle(start.x, start.y, now.x, now.y, choice.class);
      }

      last = now;
    }

    show();
  };
  labels.onpointerup = labels.onpointercancel = () => { last = start = null; };
}

function keys() {
  addEventListener('keydown', (event) => {
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (key === 'z' || key === 'y') {
        (key === 'y' || event.shiftKey ? actions.Redo : actions.Undo).click();
        event.preventDefault();
      } else if (key === 's') {
        actions.Save.click();
        event.preventDefault();
      }

      return;
    }

    const index = model.classes.findIndex((one) => one.key === event.key);
    const tool = { b: 'Brush', f: 'Fill', r: 'Rectangle' }[key];
    if (index >= 0) {
      document.querySelectorAll('#classes button')[index].click();
    } else if (tool) {
      [...document.querySelectorAll('#modes button')].find((one) => one.textContent === tool).click();
    } else if (key === '[' || key === ']') {
      size.value = size.valueAsNumber + (key === '[' ? -2 : 2);
      size.oninput();
    }
  });
}

function save() {
  translation.toBlob((blob) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${model.name}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
}

function button(parent, text, act) {
  const one = document.createElement('button');
  one.type = 'button';
  one.textContent = text;
  one.onclick = act;
  document.getElementById(parent).append(one);
  return one;
}

/** Buttons of which one is chosen: `choice[of]` has its value. */
function radios(parent, entries, of) {
  const all = entries.map(({ text, color, key, value }) => {
    const one = button(parent, text, () => {
      choice[of] = value;
      all.forEach((other) => other.setAttribute('aria-checked', String(other === one)));
    });
    one.setAttribute('role', 'radio');
    one.setAttribute('aria-checked', String(choice[of] === value));
    if (color) {
      const swatch = document.createElement('span');
      swatch.className = 'swatch';
      swatch.style.background = `rgb(${color.join(' ')})`;
      one.prepend(swatch);
      const hint = document.createElement('kbd');
      hint.textContent = key;
      one.append(hint);
    }

    return one;
  });
}
