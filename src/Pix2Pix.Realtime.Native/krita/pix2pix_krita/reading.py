"""Reads what a document shows in small bites, so that a large one never holds Krita up."""
import time

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QImage


class Reading:
    """One reading of a document's visible pixels at a generator's size: the nearest pixels, since classes have hard edges."""

    #: Sampled rows that lie close together are read with what is between them, this many at a time: a call costs more than a few rows.
    BAND = 16

    #: Rows this far apart are read one by one.
    FAR = 4

    def __init__(self, document, width, height):
        self._document, self._width = document, width
        self._columns, rows = document.width(), document.height()
        sampled = [(2 * i + 1) * rows // (2 * height) for i in range(height)]
        band = self.BAND if rows <= height * self.FAR else 1
        self._bands = [sampled[i:i + band] for i in range(0, height, band)]
        self._read = self._raw if _is_plain(document) else self._converted
        self._rows = []

    def advance(self, seconds):
        """Reads for about that long; returns whether the reading is complete."""
        end = time.monotonic() + seconds
        while self._bands:
            rows = self._bands.pop(0)
            pixels, pitch = memoryview(self._read(rows[0], rows[-1] + 1 - rows[0])), self._columns * 4
            self._rows += [pixels[start:start + pitch] for start in ((row - rows[0]) * pitch for row in rows)]
            if time.monotonic() >= end:
                break
        return not self._bands

    def pixels(self):
        """RGBA bytes, the top row first; None = the document was closed meanwhile."""
        joined, pitch = b"".join(self._rows), self._columns * 4
        if not joined or len(joined) != len(self._rows) * pitch:
            return None
        shown = QImage(joined, self._columns, len(self._rows), pitch, QImage.Format_RGB32)
        shown = shown.scaled(self._width, len(self._rows), Qt.IgnoreAspectRatio, Qt.FastTransformation).convertToFormat(QImage.Format_RGBA8888)
        return _bytes(shown)

    def _raw(self, row, count):
        return bytes(self._document.pixelData(0, row, self._columns, count))

    def _converted(self, row, count):
        return _bytes(self._document.projection(0, row, self._columns, count).convertToFormat(QImage.Format_RGB32))


def _is_plain(document):
    """Whether the document's own bytes are sRGB already: Krita's conversion of other depths and profiles takes ten times as long as reading."""
    return (document.colorModel(), document.colorDepth()) == ("RGBA", "U8") and "srgbtrc" in document.colorProfile()


def _bytes(image):
    bits = image.constBits()
    if bits is None:
        return b""
    bits.setsize(image.sizeInBytes())
    return bytes(bits)
