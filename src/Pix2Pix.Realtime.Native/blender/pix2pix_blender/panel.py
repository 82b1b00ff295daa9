"""What the user sees: settings of the scene, two operators and a panel in the Image Editor's sidebar."""
import json
import os

import bpy

from . import live
from .pix2pix_realtime import Pix2PixError


class Pix2PixSettings(bpy.types.PropertyGroup):
    """Kept in the scene."""

    source: bpy.props.PointerProperty(type=bpy.types.Image, name="Label map", description="The image that is painted in the classes' colours")
    target: bpy.props.PointerProperty(type=bpy.types.Image, name="Translation", description="The image that is filled; it takes the generator's size")
    model: bpy.props.StringProperty(name="Generator", description="An .onnx file; empty = the included one", subtype="FILE_PATH")
    is_live: bpy.props.BoolProperty(name="Live", description="Translate whenever the label map changes")
    words: bpy.props.StringProperty(options={"SKIP_SAVE"})


class PIX2PIX_OT_translate(bpy.types.Operator):
    """Translate the label map once"""

    bl_idname = "pix2pix.translate"
    bl_label = "Translate"

    def execute(self, context):
        settings = context.scene.pix2pix
        try:
            if settings.source is None or settings.target is None:
                raise Pix2PixError("Expected a label map and a translation image, found one of them empty; choose both, or press Set up.")
            live.translate(settings.source, settings.target, bpy.path.abspath(settings.model) or live.default_model())
        except Pix2PixError as fault:
            self.report({"ERROR"}, str(fault))
            return {"CANCELLED"}
        return {"FINISHED"}


class PIX2PIX_OT_set_up(bpy.types.Operator):
    """Make both images and a palette of the classes' colours for texture paint"""

    bl_idname = "pix2pix.set_up"
    bl_label = "Set up"

    def execute(self, context):
        settings = context.scene.pix2pix
        with open(os.path.join(live.HERE, "classes.json"), encoding="utf-8") as stream:
            classes = json.load(stream)
        try:
            translator = live.open_translator(bpy.path.abspath(settings.model) or live.default_model())
        except Pix2PixError as fault:
            self.report({"ERROR"}, str(fault))
            return {"CANCELLED"}
        settings.source = bpy.data.images.new("Label map", translator.width * 4, translator.height * 4)
        settings.source.generated_color = [channel / 255 for channel in classes["background"]] + [1]
        settings.target = bpy.data.images.new("Translation", translator.output_width, translator.output_height)
        palette = bpy.data.palettes.new(classes["name"])
        for entry in classes["classes"]:
            palette.colors.new().color = [channel / 255 for channel in entry["color"]]
        context.tool_settings.image_paint.palette = palette
        settings.is_live = True
        return {"FINISHED"}


class PIX2PIX_PT_sidebar(bpy.types.Panel):
    bl_label = "Pix2Pix"
    bl_space_type = "IMAGE_EDITOR"
    bl_region_type = "UI"
    bl_category = "Pix2Pix"

    def draw(self, context):
        settings, column = context.scene.pix2pix, self.layout.column()
        column.operator("pix2pix.set_up")
        column.template_ID(settings, "source", new="image.new", open="image.open", text="Label map")
        column.template_ID(settings, "target", new="image.new", open="image.open", text="Translation")
        column.prop(settings, "model")
        column.prop(settings, "is_live", toggle=True)
        column.operator("pix2pix.translate")
        for line in _lines(settings.words, 48):
            column.label(text=line)


CLASSES = (Pix2PixSettings, PIX2PIX_OT_translate, PIX2PIX_OT_set_up, PIX2PIX_PT_sidebar)


def register():
    for one in CLASSES:
        bpy.utils.register_class(one)
    bpy.types.Scene.pix2pix = bpy.props.PointerProperty(type=Pix2PixSettings)


def unregister():
    del bpy.types.Scene.pix2pix
    for one in reversed(CLASSES):
        bpy.utils.unregister_class(one)


def _lines(words, width):
    """Blender's labels don't wrap."""
    line = ""
    for word in words.split():
        if line and len(line) + len(word) >= width:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    if line:
        yield line
