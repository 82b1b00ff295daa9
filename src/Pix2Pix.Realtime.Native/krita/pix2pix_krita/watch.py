"""Looks at the open document whenever its canvas was drawn, and only then."""
import time

from krita import Krita
from PyQt5 import sip
from PyQt5.QtCore import QEvent, QObject, QTimer, pyqtSignal
from PyQt5.QtWidgets import QWidget

from .reading import Reading

#: The docker's own layers begin with this name. While one is visible the document shows the translation itself.
LAYER = "pix2pix translation"

#: Krita's canvases, of which a view has one.
CANVASES = ("KisOpenGLCanvas2", "KisQPainterCanvas")


class DocumentWatch(QObject):
    """Says `changed` with the pixels of the active document when they differ from the last time."""

    changed = pyqtSignal(bytes)

    #: Why there is nothing to read, in a sentence; empty = there is.
    hindered = pyqtSignal(str)

    #: A document is there to be read, and no size is known yet.
    wanted = pyqtSignal()

    #: Seconds of reading without a break.
    BITE = 0.004

    #: The part of the time that reading may take, so that Krita stays as quick as without it; and for a moment after a stroke, when nobody draws.
    SHARE, SHARE_AFTER_STROKE = 0.1, 0.5

    #: Seconds in which Krita has finished most strokes after the pointer was released.
    AFTER_STROKE = 0.5

    def __init__(self, parent):
        super().__init__(parent)
        self.is_on = True
        self._width = self._height = 0
        self._seen = None
        self._reading = None
        self._is_stale = False
        self._rest_until = self._stroke_end = 0.0
        self._canvases = []
        self._timer = QTimer(self, singleShot=True, timeout=self._look)

    def attach(self):
        """Finds the canvases that are there now; to be called whenever the active one changes."""
        for window in Krita.instance().windows():
            for widget in window.qwindow().findChildren(QWidget):
                if widget.metaObject().className() in CANVASES and widget not in self._canvases:
                    self._canvases.append(widget)
                    widget.installEventFilter(self)
                    widget.destroyed.connect(self._lose)
        self.look()

    def look(self):
        """Reads the document as soon as the share of the time allows it."""
        self._is_stale = True
        if not self._timer.isActive():
            self._timer.start(max(0, round((self._rest_until - time.monotonic()) * 1000)))

    def use_size(self, width, height):
        """Reads at that size from now on."""
        self._width, self._height, self._seen, self._reading = width, height, None, None
        self.look()

    def eventFilter(self, watched, event):
        kind = event.type()
        if kind == QEvent.Paint:
            self.look()
        elif kind in (QEvent.MouseButtonRelease, QEvent.TabletRelease):
            self._rest_until = self._stroke_end = time.monotonic()
            self._timer.start(0)
        return False

    def _lose(self, lost):
        """Krita makes a new canvas where its settings change."""
        self._canvases = [canvas for canvas in self._canvases if canvas is not lost and not sip.isdeleted(canvas)]
        QTimer.singleShot(0, self.attach)

    def _look(self):
        if not self.is_on:
            self._reading = None
            return
        if not self._width:
            if Krita.instance().activeDocument():
                self.wanted.emit()
            return
        begin = time.monotonic()
        self._read()
        now = time.monotonic()
        share = self.SHARE_AFTER_STROKE if now < self._stroke_end + self.AFTER_STROKE else self.SHARE
        self._rest_until = now + (now - begin) / share
        if self._reading or self._is_stale:
            self._timer.start(max(0, round((self._rest_until - now) * 1000)))

    def _read(self):
        """A bite of the reading; a new one begins when the canvas was drawn since the last one began."""
        if self._reading is None:
            self._is_stale = False
            document = Krita.instance().activeDocument()
            hindrance = _hindrance(document)
            self.hindered.emit(hindrance)
            if document is None or hindrance:
                return
            self._reading = Reading(document, self._width, self._height)
        if self._reading.advance(self.BITE):
            shown, self._reading = self._reading.pixels(), None
            if shown is not None and shown != self._seen:
                self._seen = shown
                self.changed.emit(shown)


def _hindrance(document):
    if document is None:
        return ""
    own = next((node for node in document.topLevelNodes() if node.name().startswith(LAYER) and node.visible()), None)
    return f"The layer '{own.name()}' covers the label map; hide it to paint on." if own else ""
