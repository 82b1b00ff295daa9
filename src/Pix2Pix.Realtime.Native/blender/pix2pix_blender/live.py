"""Keeps the target image the translation of the source image, without ever waiting for one translation."""
import os
import time

import bpy
import numpy

from .pix2pix_realtime import RGBA_FLOAT, Pix2PixError, Translator

HERE = os.path.dirname(os.path.abspath(__file__))

#: Seconds between two looks at the source image, at least.
PAUSE = 0.05

#: Reading images may take this part of the time, so that Blender stays as quick as without the add-on.
SHARE_OF_TIME = 0.1

_translator = None
_model = None
_refusal = None
_seen = None
_output = None


def default_model():
    return os.environ.get("PIX2PIX_MODEL") or os.path.join(HERE, "facades.onnx")


def open_translator(model):
    """The translator of that generator; what was refused is not tried again until another is asked for."""
    global _translator, _model, _refusal, _seen, _output
    if model != _model:
        close()
        _model = model
        try:
            _translator = Translator(model)
            _output = numpy.empty((_translator.output_height, _translator.output_width, 4), numpy.float32)
        except Pix2PixError as fault:
            _refusal = str(fault)
    if _refusal:
        raise Pix2PixError(_refusal)
    return _translator


def close():
    global _translator, _model, _refusal, _seen
    if _translator:
        _translator.close()
    _translator = _model = _refusal = _seen = None


def pixels_of(image):
    """An image's pixels as sRGB: an array of height, width, 4 floats of 0..1, the bottom row first."""
    _require_pixels(image)
    if image.channels != 4:
        raise Pix2PixError(f"Expected an image of 4 channels, found '{image.name}' with {image.channels}; make a new one with RGBA.")
    width, height = image.size
    pixels = numpy.empty(height * width * 4, numpy.float32)
    image.pixels.foreach_get(pixels)
    pixels = pixels.reshape(height, width, 4)
    return _to_srgb(pixels) if image.is_float else pixels


def scaled(pixels, width, height):
    """The nearest pixels: classes have hard edges."""
    if pixels.shape[:2] == (height, width):
        return numpy.ascontiguousarray(pixels)
    rows = numpy.arange(height) * pixels.shape[0] // height
    columns = numpy.arange(width) * pixels.shape[1] // width
    return numpy.ascontiguousarray(pixels[rows][:, columns])


def fill(image, pixels):
    """Makes an image show those pixels; it takes their size."""
    height, width = pixels.shape[:2]
    if tuple(image.size) != (width, height):
        image.scale(width, height)
    image.pixels.foreach_set((_to_linear(pixels) if image.is_float else pixels).ravel())
    image.update()


def translate(source, target, model):
    """Translates once, and waits for it."""
    translator = open_translator(model)
    _check(source, target)
    translator.translate(scaled(pixels_of(source), translator.width, translator.height), _output, RGBA_FLOAT, bottom_up=True)
    fill(target, _output)


def look(settings):
    """Submits the source image when it looks different from the last time, and fills the target when a translation is there."""
    global _seen
    if not settings.is_live or settings.source is None or settings.target is None:
        return
    translator = open_translator(bpy.path.abspath(settings.model) or default_model())
    _check(settings.source, settings.target)
    shown = scaled(pixels_of(settings.source), translator.width, translator.height)
    if _seen is None or not numpy.array_equal(shown, _seen):
        _seen = shown
        translator.submit(shown, RGBA_FLOAT, bottom_up=True)
    if translator.latest(_output, RGBA_FLOAT, bottom_up=True) is not None:
        fill(settings.target, _output)
        for window in bpy.context.window_manager.windows:
            for area in window.screen.areas:
                area.tag_redraw()
    settings.words = ""


def tick():
    """Blender's timer: returns the seconds until it wants to be called again."""
    begin = time.monotonic()
    settings = bpy.context.scene.pix2pix if bpy.context.scene else None
    if settings:
        try:
            look(settings)
        except (ReferenceError, RuntimeError, Pix2PixError) as fault:
            # Said in the panel: a timer that raises is not called again.
            if settings.words != str(fault):
                settings.words = str(fault)
    return max(PAUSE, (time.monotonic() - begin) / SHARE_OF_TIME)


def _check(source, target):
    if source == target:
        raise Pix2PixError(f"Expected two images, found '{source.name}' as both; choose another target.")
    _require_pixels(target)


def _require_pixels(image):
    """A file that is not there, or a rendering that nobody has made, is an image all the same."""
    if 0 in image.size or len(image.pixels) == 0:
        raise Pix2PixError(f"Expected an image with pixels, found '{image.name}' without; reload it, or generate it.")


def _to_srgb(linear):
    """IEC 61966-2-1; alpha stays as it is."""
    low = numpy.clip(linear, 0, 1)
    out = numpy.where(low <= 0.0031308, low * 12.92, 1.055 * numpy.power(low, 1 / 2.4) - 0.055).astype(numpy.float32)
    out[..., 3] = low[..., 3]
    return out


def _to_linear(srgb):
    out = numpy.where(srgb <= 0.04045, srgb / 12.92, numpy.power((srgb + 0.055) / 1.055, 2.4)).astype(numpy.float32)
    out[..., 3] = srgb[..., 3]
    return out
