"""Pix2Pix.Realtime from Python: the C library through ctypes.

    translator = Translator("facades.onnx")
    facade = translator.translate(label_map)            # RGBA8, width * height * 4 bytes, top row first

Pictures are anything with a contiguous buffer: bytes, bytearray, memoryview, a numpy array. Every method may be called from any thread; a
translator makes one translation at a time. `submit` and `latest` never wait: the newest picture wins, older ones that still wait are dropped.
Needs nothing but Python 3.8 and the library's folder. The header pix2pix_realtime.h describes each call in full.
"""
import ctypes
import os
import sys
from ctypes import POINTER, byref, c_char, c_char_p, c_double, c_float, c_int32, c_int64, c_uint32, c_uint64, c_void_p
from typing import NamedTuple

#: The version of the library that this binding is for; a later minor one only adds.
VERSION_MAJOR, VERSION_MINOR = 1, 4

#: Formats of a picture: 4 bytes a pixel, or four floats of 0..1 a pixel.
RGBA8, RGBA_FLOAT = 0, 1

_NOTHING_NEW, _CANCELLED = 6, 8
_BYTES_PER_PIXEL = {RGBA8: 4, RGBA_FLOAT: 16}


class Pix2PixError(Exception):
    """What failed, in one sentence."""


class CancelledError(Pix2PixError):
    """The translation was cancelled."""


class _Options(ctypes.Structure):
    _fields_ = [("struct_size", c_uint32), ("provider", c_int32), ("threads", c_int32), ("width", c_int32), ("height", c_int32)]


class _Info(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32), ("width", c_int32), ("height", c_int32), ("input_channels", c_int32), ("output_channels", c_int32),
        ("output_width", c_int32), ("output_height", c_int32), ("reserved", c_int32), ("step", c_int64)]


class _Image(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32), ("flags", c_uint32), ("width", c_int32), ("height", c_int32), ("stride", c_int64), ("pixels", c_void_p),
        ("format", c_int32)]


class _StyleValue(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32), ("min", c_float), ("max", c_float), ("neutral", c_float), ("name", c_char * 48), ("label", c_char * 64)]


class _Stats(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32), ("loads", c_uint32), ("translated", c_uint64), ("submitted", c_uint64), ("dropped", c_uint64),
        ("last_ms", c_double), ("mean_ms", c_double)]


def library_path():
    """The library's file: PIX2PIX_LIBRARY, or beside this module."""
    name = "libpix2pix_realtime.dll" if sys.platform == "win32" else "libpix2pix_realtime.so"
    return os.environ.get("PIX2PIX_LIBRARY") or os.path.join(os.path.dirname(os.path.abspath(__file__)), name)


class Library:
    """The loaded C library."""

    def __init__(self, path=None):
        path = path or library_path()
        if not os.path.isfile(path):
            raise Pix2PixError(f"Expected the Pix2Pix.Realtime library at '{path}', found no file; set PIX2PIX_LIBRARY to it.")
        try:
            self._dll = ctypes.CDLL(path)
            self._dll.p2p_version.restype = c_uint32
            version = self._dll.p2p_version()
        except (OSError, AttributeError) as fault:
            raise Pix2PixError(f"Expected the Pix2Pix.Realtime library, found that '{path}' can't be loaded ({fault}); publish it again.") from fault
        if version >> 16 != VERSION_MAJOR or version & 0xffff < VERSION_MINOR:
            raise Pix2PixError(f"Expected version {VERSION_MAJOR}.{VERSION_MINOR} or a later {VERSION_MAJOR}.x of '{path}', found {version >> 16}.{version & 0xffff}; use the files of one release.")
        self._dll.p2p_last_error.restype = c_char_p
        for name, arguments in {
            "p2p_create": [POINTER(_Options), POINTER(c_uint64)],
            "p2p_load": [c_uint64, c_char_p],
            "p2p_get_info": [c_uint64, POINTER(_Info)],
            "p2p_style_count": [c_uint64, POINTER(c_int32)],
            "p2p_style_info": [c_uint64, c_int32, POINTER(_StyleValue)],
            "p2p_set_style": [c_uint64, POINTER(c_float), c_int32],
            "p2p_translate": [c_uint64, POINTER(_Image), POINTER(_Image)],
            "p2p_submit": [c_uint64, POINTER(_Image), POINTER(c_uint64)],
            "p2p_try_get_latest": [c_uint64, POINTER(_Image), POINTER(c_uint64)],
            "p2p_cancel": [c_uint64],
            "p2p_get_stats": [c_uint64, POINTER(_Stats)],
            "p2p_destroy": [c_uint64],
        }.items():
            getattr(self._dll, name).argtypes = arguments

    def call(self, name, *arguments):
        """Calls a function; returns whether it had something (False = nothing new), raises Pix2PixError with the library's sentence."""
        status = getattr(self._dll, name)(*arguments)
        if status not in (0, _NOTHING_NEW):
            raise (CancelledError if status == _CANCELLED else Pix2PixError)(self._dll.p2p_last_error().decode("utf-8", "replace") or f"{name} failed with status {status}.")
        return status == 0


class StyleValue(NamedTuple):
    """One number of a generator's style: its range, its value after a load, and what people read."""

    min: float
    max: float
    neutral: float
    label: str


class Translator:
    """One generator in use. `width`, `height` are those of pictures that go in, `output_width`, `output_height` of those that come out."""

    def __init__(self, model=None, library=None, threads=0, width=0, height=0):
        self._library = library or Library()
        self._handle = c_uint64()
        options = _Options(ctypes.sizeof(_Options), 0, threads, width, height)
        self._library.call("p2p_create", byref(options), byref(self._handle))
        self.width = self.height = self.output_width = self.output_height = self.step = 0
        if model:
            self.load(model)

    def load(self, model):
        """Loads a generator (.onnx); after a failure the one before it stays in use."""
        self._library.call("p2p_load", self._handle, os.fsencode(model) if sys.platform != "win32" else str(model).encode("utf-8"))
        info = _Info(ctypes.sizeof(_Info))
        self._library.call("p2p_get_info", self._handle, byref(info))
        self.width, self.height, self.step = info.width, info.height, info.step
        self.output_width, self.output_height = info.output_width, info.output_height

    def style_values(self):
        """What the generator's style consists of: name -> StyleValue, in order; empty = it knows no styles."""
        count, values = c_int32(), {}
        self._library.call("p2p_style_count", self._handle, byref(count))
        for i in range(count.value):
            value = _StyleValue(ctypes.sizeof(_StyleValue))
            self._library.call("p2p_style_info", self._handle, i, byref(value))
            values[value.name.decode("utf-8")] = StyleValue(value.min, value.max, value.neutral, value.label.decode("utf-8"))
        return values

    def set_style(self, **values):
        """Sets the style of the next translations by name, the others neutral: set_style(brightness=0.7, **{"wall.red": 0.8})."""
        known = self.style_values()
        unknown = [name for name in values if name not in known]
        if unknown:
            raise Pix2PixError(f"Expected values of the generator's style ({', '.join(known) or 'it has none'}), found '{unknown[0]}'; correct the name.")
        style = [float(values.get(name, value.neutral)) for name, value in known.items()]
        self._library.call("p2p_set_style", self._handle, (c_float * len(style))(*style), len(style))

    def translate(self, pixels, output=None, format=RGBA8, bottom_up=False):
        """Translates one picture and returns `output`, by default a new bytearray."""
        output = self._new(format) if output is None else output
        source, target = self._input(pixels, format, bottom_up), self._output(output, format, bottom_up)
        self._library.call("p2p_translate", self._handle, byref(source[0]), byref(target[0]))
        return output

    def submit(self, pixels, format=RGBA8, bottom_up=False):
        """Leaves a copy of a picture to be translated on the library's thread, and returns its number, from 1."""
        source, sequence = self._input(pixels, format, bottom_up), c_uint64()
        self._library.call("p2p_submit", self._handle, byref(source[0]), byref(sequence))
        return sequence.value

    def latest(self, output, format=RGBA8, bottom_up=False):
        """Fills `output` with the newest translation and returns its number; None = nothing new."""
        target, sequence = self._output(output, format, bottom_up), c_uint64()
        return sequence.value if self._library.call("p2p_try_get_latest", self._handle, byref(target[0]), byref(sequence)) else None

    def cancel(self):
        """Ends the translation that is running, if there is one: `translate` raises CancelledError on its thread, a submitted picture is dropped."""
        self._library.call("p2p_cancel", self._handle)

    @property
    def mean_ms(self):
        """Milliseconds of a translation, the mean of all; 0 = none yet."""
        stats = _Stats(ctypes.sizeof(_Stats))
        self._library.call("p2p_get_stats", self._handle, byref(stats))
        return stats.mean_ms

    def close(self):
        """Frees the translator; it is not to be used afterwards."""
        if self._handle.value:
            self._library.call("p2p_destroy", self._handle)
            self._handle = c_uint64()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _new(self, format):
        return bytearray(self.output_width * self.output_height * _BYTES_PER_PIXEL[format])

    def _input(self, pixels, format, bottom_up):
        return _image(pixels, self.width, self.height, format, bottom_up, is_output=False)

    def _output(self, pixels, format, bottom_up):
        return _image(pixels, self.output_width, self.output_height, format, bottom_up, is_output=True)


def _image(pixels, width, height, format, bottom_up, is_output):
    """A p2p_image over a buffer, and what keeps that buffer where it is."""
    view = memoryview(pixels)
    expected = width * height * _BYTES_PER_PIXEL[format]
    if not view.contiguous or view.nbytes != expected:
        raise Pix2PixError(f"Expected {expected} contiguous bytes ({width}x{height} pixels of {_BYTES_PER_PIXEL[format]}), found {view.nbytes}; scale the picture first.")
    if is_output and view.readonly:
        raise Pix2PixError("Expected a buffer that can be written, found a read-only one; use a bytearray or a numpy array.")
    flat = view.cast("B")
    held = (ctypes.c_char * expected).from_buffer(flat) if not view.readonly else ctypes.c_char_p(flat.tobytes())
    address = ctypes.cast(held, c_void_p)
    image = _Image(ctypes.sizeof(_Image), int(bottom_up), width, height, width * _BYTES_PER_PIXEL[format], address, format)
    return image, held
