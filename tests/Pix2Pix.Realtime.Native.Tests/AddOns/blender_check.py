"""
What BlenderTests run in a real Blender: blender --background --python-exit-code 3 --python blender_check.py -- FOLDER SCRATCH WINDOW TRANSLATED
FOLDER has the add-on; SCRATCH has other.so, a library of another version.
"""
import os
import sys
import time

sys.dont_write_bytecode = True
folder, scratch, window, translated = sys.argv[-4:]
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


def refused(words, operator=bpy.ops.pix2pix.translate):
    try:
        operator()
    except RuntimeError as fault:
        assert words in str(fault), f"expected '{words}', found: {fault}"
    else:
        raise AssertionError(f"expected a refusal with '{words}'")


def said(words):
    refused(words)
    live.tick()
    assert words in settings.words, f"expected '{words}', found: {settings.words}"


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

# What goes wrong is a sentence, of the operator and in the panel, and Blender lives.
label_map, output = bpy.data.images["Label map"], bpy.data.images.new("out", 256, 256)
lost = bpy.data.images.new("lost", 8, 8)
lost.source, lost.filepath = "FILE", os.path.join(scratch, "nowhere.png")
lost.reload()
unrendered = bpy.data.images["Render Result"]
removed = bpy.data.images.new("removed", 8, 8)
settings.source, settings.target = label_map, label_map
said("as both")
for empty in lost, unrendered:
    settings.source, settings.target = empty, output
    said(f"found '{empty.name}' without")
    settings.source, settings.target = label_map, empty
    said(f"found '{empty.name}' without")
settings.source, settings.target = removed, output
bpy.data.images.remove(removed)
refused("found one of them empty")
live.tick()

# So are a generator and a library that can't be used; with others everything works again.
settings.source = label_map
settings.model = os.path.join(scratch, "nowhere.onnx")
said("found no file")
settings.model = os.path.join(scratch, "damaged.onnx")
with open(settings.model, "w", encoding="utf-8") as file:
    file.write("no model")
said("Expected a complete ONNX file, found text that begins with")
settings.model = ""
for library, words in ("nowhere.so", "found no file"), ("damaged.onnx", "can't be loaded"), ("other.so", "found 2.3"):
    os.environ["PIX2PIX_LIBRARY"] = os.path.join(scratch, library)
    live.close()
    said(words)
    live.close()
    refused(words, bpy.ops.pix2pix.set_up)
del os.environ["PIX2PIX_LIBRARY"]
live.close()
bpy.ops.pix2pix.translate()
live.tick()
assert settings.words == "", settings.words
near(pixels(output)[10, 10], TRANSLATED)
pix2pix_blender.unregister()
print("all is well")
