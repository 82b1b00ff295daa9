"""What BlenderTests run in a real Blender: blender --background --python-exit-code 3 --python blender_check.py -- FOLDER WINDOW TRANSLATED"""
import sys
import time

sys.dont_write_bytecode = True
folder, window, translated = sys.argv[-3:]
sys.path.insert(0, folder)

import bpy
import numpy
import pix2pix_blender
from pix2pix_blender import live

WINDOW, TRANSLATED = ([int(channel) / 255 for channel in color.split(",")] for color in (window, translated))


def pixels(image):
    values = numpy.empty(len(image.pixels), numpy.float32)
    image.pixels.foreach_get(values)
    return values.reshape(image.size[1], image.size[0], 4)


def paint(image, rows, color):
    values = pixels(image)
    values[rows] = [*color, 1]
    image.pixels.foreach_set(values.ravel())


def refused(words):
    try:
        bpy.ops.pix2pix.translate()
    except RuntimeError as fault:
        assert words in str(fault), f"expected '{words}', found: {fault}"
    else:
        raise AssertionError(f"expected a refusal with '{words}'")


def near(found, expected):
    assert numpy.abs(found[:3] - expected).max() < 2 / 255, f"expected {expected}, found {found}"


pix2pix_blender.register()
settings = bpy.context.scene.pix2pix
refused("found one of them empty")
bpy.ops.pix2pix.set_up()
assert len(bpy.data.palettes["cmp-facade"].colors) == 12

# Painted below, translated below: both programs count rows from the bottom.
paint(settings.source, slice(0, 512), WINDOW)
bpy.ops.pix2pix.translate()
near(pixels(settings.target)[10, 10], TRANSLATED)
assert numpy.abs(pixels(settings.target)[250, 10][:3] - TRANSLATED).max() > 0.1

# Live: what is painted arrives by the timer.
paint(settings.source, slice(0, 1024), WINDOW)
for _ in range(200):
    live.tick()
    if numpy.abs(pixels(settings.target)[250, 10][:3] - TRANSLATED).max() < 2 / 255:
        break
    time.sleep(0.02)
near(pixels(settings.target)[250, 10], TRANSLATED)
assert settings.words == "", settings.words

# A float image holds linear values; the same colour goes in and comes out.
settings.source = bpy.data.images.new("linear", 512, 512, float_buffer=True)
settings.target = bpy.data.images.new("linear out", 256, 256, float_buffer=True)
linear = lambda color: [channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in color]
paint(settings.source, slice(0, 512), linear(WINDOW))
bpy.ops.pix2pix.translate()
near(pixels(settings.target)[10, 10], linear(TRANSLATED))

# What goes wrong is a sentence, and Blender lives.
settings.target = settings.source
refused("as both")
settings.target = bpy.data.images.new("out", 256, 256)
settings.source = bpy.data.images.new("lost", 8, 8)
settings.source.source = "FILE"
settings.source.filepath = "/nowhere/at-all.png"
settings.source.reload()
refused("without")
settings.source = bpy.data.images["Label map"]
settings.model = "/nowhere/generator.onnx"
refused("found no file")
live.tick()
assert "found no file" in settings.words, settings.words
settings.model = ""
bpy.ops.pix2pix.translate()
pix2pix_blender.unregister()
print("all is well")
