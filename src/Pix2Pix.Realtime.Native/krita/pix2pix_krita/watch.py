"""Looks at the open document whenever its canvas was drawn, and only then."""
import time

from krita import Krita
from PyQt5 import sip
from PyQt5.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, pyqtSignal
from PyQt5.QtWidgets import QWidget

from .reading import Reading

#: The docker's own layers begin with this name. While one is visible the document shows the translation itself.
LAYER = "pix2pix translation"

#: Krita's canvases, of which a view has one.
CANVASES = ("KisOpenGLCanvas2", "KisQPainterCanvas")


class DocumentWatch(QObject):
    """Says `changed` with the pixels of the active document when they differ from the last time, and whether a stroke has just ended."""

    changed = pyqtSignal(bytes, bool)

    #: Why there is nothing to read, in a sentence; empty = there is.
    hindered = pyqtSignal(str)

    #: A document is there to be read, and no size is known yet.
    wanted = pyqtSignal()

    #: Seconds of reading without a break; and for a moment after a stroke, when nobody draws.
    BITE, BITE_AFTER_STROKE = 0.004, 0.016

    #: The part of the time that reading may take, so that Krita stays as quick as without it; and after a stroke.
    SHARE, SHARE_AFTER_STROKE = 0.1, 0.5

    #: Seconds in which Krita's threads have finished most strokes; and those in which it has finished nearly all of them.
    MOMENT, AFTER_STROKE = 0.005, 0.5

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
            # Krita's own filter keeps the pointer's events to itself, and is put before all others whenever the canvas comes into focus.
            watched.installEventFilter(self)
            self.look()
        elif kind in (QEvent.MouseButtonPress, QEvent.TabletPress):
            self._stroke_end = 0.0
        elif kind in (QEvent.MouseButtonRelease, QEvent.TabletRelease) and self.is_on:
            # When Krita has taken note of it, and before it draws the canvas once more, which takes far longer than to read.
            QCoreApplication.postEvent(self, QEvent(QEvent.User), Qt.HighEventPriority)
        return False

    def customEvent(self, event):
        """A stroke has ended; a moment later most documents have all of it."""
        time.sleep(self.MOMENT)
        self._stroke_end, self._reading = time.monotonic(), None
        self._look()

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
        is_stroke_over = begin < self._stroke_end + self.AFTER_STROKE
        self._read(self.BITE_AFTER_STROKE if is_stroke_over else self.BITE, is_stroke_over)
        now = time.monotonic()
        self._rest_until = now + (now - begin) / (self.SHARE_AFTER_STROKE if is_stroke_over else self.SHARE)
        if self._reading or self._is_stale:
            self._timer.start(max(0, round((self._rest_until - now) * 1000)))

    def _read(self, bite, is_stroke_over):
        """A bite of the reading; a new one begins when the canvas was drawn since the last one began."""
        if self._reading is None:
            self._is_stale = False
            document = Krita.instance().activeDocument()
            hindrance = _hindrance(document)
            self.hindered.emit(hindrance)
            if document is None or hindrance:
                return
            self._reading = Reading(document, self._width, self._height)
        if self._reading.advance(bite):
            shown, self._reading = self._reading.pixels(), None
            if shown is not None and shown != self._seen:
                self._seen = shown
                self.changed.emit(shown, is_stroke_over)


def _hindrance(document):
    if document is None:
        return ""
    own = next((node for node in document.topLevelNodes() if node.name().startswith(LAYER) and node.visible()), None)
    return f"The layer '{own.name()}' covers the label map; hide it to paint on." if own else ""
