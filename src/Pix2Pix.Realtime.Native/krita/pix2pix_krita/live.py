"""Keeps the newest translation of a label map on a thread of its own: the GUI thread never waits for one."""
import os
import threading
import time

from PyQt5.QtCore import QObject, pyqtSignal
from PyQt5.QtGui import QImage

from .pix2pix_realtime import CancelledError, Pix2PixError, Translator
from .trace import note

#: By how much the threads of a translation give way to Krita's, where the system knows it per thread (Linux): painting comes first.
NICENESS = 5


class LiveTranslation(QObject):
    """One generator and its thread. The GUI thread calls everything, and gets the signals."""

    #: The generator is loaded; `translator` may be asked for its sizes and style.
    opened = pyqtSignal()

    #: A picture (QImage) of the newest label map.
    translated = pyqtSignal(QImage)

    #: What failed, in a sentence. Before `opened`: the generator can't be used.
    failed = pyqtSignal(str)

    def __init__(self, model):
        super().__init__()
        self.model = model
        self.translator = None
        self._change = threading.Condition()
        self._label_map, self._style = None, {}
        self._is_due = self._is_over = self._may_cancel = False
        self._thread = threading.Thread(target=self._run, name="pix2pix translator", daemon=True)

    def start(self):
        """Begins to load; to be called once the signals are connected."""
        self._thread.start()

    def submit(self, label_map, at_once=False):
        """
        Translates that label map (RGBA bytes) next; one that still waits is dropped. With `at_once` the one that is being translated is dropped as well, but never two
        in a row: there must be pictures, even where strokes end quicker than they are translated.
        """
        with self._change:
            self._label_map, self._is_due = label_map, True
            if at_once and self._may_cancel:
                self._may_cancel = False
                self.translator.cancel()
            self._change.notify()

    def restyle(self, values):
        """Translates the label map that came last in another style: every value by its name."""
        with self._change:
            self._style, self._is_due = dict(values), self._label_map is not None
            self._change.notify()

    def close(self, seconds=None):
        """Ends the thread, which frees the translator; waits for that at most so many seconds, by default not at all."""
        with self._change:
            self._is_over = True
            self._change.notify()
        if seconds:
            self._thread.join(seconds)

    def _run(self):
        _give_way()
        try:
            # The library's own threads begin here and give way as this one does.
            translator = Translator(self.model)
        except Pix2PixError as fault:
            self.failed.emit(str(fault))
            return
        with translator:
            self.translator = translator
            self.opened.emit()
            output, shown = bytearray(translator.output_width * translator.output_height * 4), {}
            while True:
                with self._change:
                    self._change.wait_for(lambda: self._is_due or self._is_over)
                    if self._is_over:
                        return
                    label_map, style, self._is_due = self._label_map, self._style, False
                try:
                    if style != shown:
                        translator.set_style(**style)
                        shown = style
                        note("style", *(f"{name}={value:.2f}" for name, value in style.items()))
                    begin = time.monotonic()
                    translator.translate(label_map, output)
                    note("translation", f"{(time.monotonic() - begin) * 1000:.1f}")
                except CancelledError:
                    continue
                except Pix2PixError as fault:
                    self.failed.emit(str(fault))
                    continue
                self._may_cancel = True
                width, height = translator.output_width, translator.output_height
                self.translated.emit(QImage(bytes(output), width, height, width * 4, QImage.Format_RGBA8888).copy())


def _give_way():
    if hasattr(os, "setpriority") and hasattr(threading, "get_native_id"):
        thread = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + NICENESS)
