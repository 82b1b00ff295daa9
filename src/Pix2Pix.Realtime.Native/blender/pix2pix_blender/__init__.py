"""The Blender add-on: an image that is painted, and another that is filled with its translation each time it changes."""
import bpy

from . import live, panel

bl_info = {
    "name": "Pix2Pix live translation",
    "author": "The Pix2Pix.Realtime authors",
    "version": (0, 1, 0),
    "blender": (3, 4, 0),
    "location": "Image Editor > Sidebar > Pix2Pix",
    "description": "Fills an image with the live translation of a painted label map",
    "category": "Paint",
}


def register():
    panel.register()
    bpy.app.timers.register(live.tick, persistent=True)


def unregister():
    if bpy.app.timers.is_registered(live.tick):
        bpy.app.timers.unregister(live.tick)
    live.close()
    panel.unregister()
