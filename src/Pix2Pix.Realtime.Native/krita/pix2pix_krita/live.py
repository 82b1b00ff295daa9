"""Keeps the newest translation of the open document, without ever waiting for one."""
import time

from PyQt5.QtGui import QImage
from PyQt5.QtCore import Qt

from .pix2pix_realtime import Translator
from .trace import note

#: The docker's own layers begin with this name. While one is visible the document shows the translation itself.
LAYER = "pix2pix translation"


class LiveTranslation:
    """One translator and what it saw last. The GUI thread calls everything."""

    #: Reading the document may take this part of the time, so that Krita stays as quick as without the docker.
    SHARE_OF_TIME = 0.1

    def __init__(self, model, classes, library=None):
        self.translator = Translator(model, library)
        self._classes = classes
        self._seen = None
        self._label_map = None
        self._rest_until = 0.0
        self._output = bytearray(self.translator.output_width * self.translator.output_height * 4)
        self.picture = None
        self.trouble = ""

    def close(self):
        self.translator.close()

    def look(self, document):
        """Submits the document when it looks different from the last time."""
        now = time.monotonic()
        if document is None or now < self._rest_until:
            return
        shown = self._read(document)
        self._rest_until = time.monotonic() + (time.monotonic() - now) / self.SHARE_OF_TIME
        if shown is None or shown == self._seen:
            return
        self._seen = shown
        if self._classes.share(shown) < self._classes.LEAST_SHARE:
            self.trouble = f"Expected a document painted in the colours of {self._classes.name}, found mostly others; choose a class above and paint, or press New label map."
            return
        self.trouble = ""
        self._label_map = shown
        self.translator.submit(shown)

    def restyle(self, values):
        """Translates the label map that was seen last in another style: every value by its name."""
        self.translator.set_style(**values)
        note("style", *(f"{name}={value:.2f}" for name, value in values.items()))
        if self._label_map is not None:
            self.translator.submit(self._label_map)

    def take(self):
        """Takes a new translation over into `picture`; returns whether there was one."""
        if self.translator.latest(self._output) is None:
            return False
        width, height = self.translator.output_width, self.translator.output_height
        self.picture = QImage(bytes(self._output), width, height, width * 4, QImage.Format_RGBA8888).copy()
        return True

    def _read(self, document):
        """The visible document at the generator's size: RGBA bytes; None = nothing to translate."""
        if own_layer(document) is not None:
            self.trouble = f"The layer '{own_layer(document).name()}' covers the label map; hide it to paint on."
            return None
        width, height = self.translator.width, self.translator.height
        shown = document.thumbnail(width, height)
        if shown.isNull():
            self.trouble = "The document has no pixels yet."
            return None
        shown = shown.scaled(width, height, Qt.IgnoreAspectRatio, Qt.FastTransformation).convertToFormat(QImage.Format_RGBA8888)
        pixels = shown.constBits()
        pixels.setsize(shown.sizeInBytes())
        return bytes(pixels)


def own_layer(document):
    """A visible layer that this docker made; None = none."""
    return next((node for node in document.topLevelNodes() if node.name().startswith(LAYER) and node.visible()), None)
