"""The docker: class colours, the live translation, and what can be done with it."""
import os

from krita import DockWidget, Krita, ManagedColor
from PyQt5.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PyQt5.QtGui import QColor, QPixmap
from PyQt5.QtWidgets import QApplication, QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from .classes import Classes
from .live import LAYER, LiveTranslation
from .pix2pix_realtime import Pix2PixError
from .style import StyleSection, swatch
from .trace import note, note_place

HERE = os.path.dirname(os.path.abspath(__file__))

#: Milliseconds between two looks at the document: while somebody works in it, and otherwise (scripts change documents too).
BUSY, IDLE = 33, 500

#: Milliseconds after the last input until the docker looks at the idle rate: Krita finishes strokes in the background.
AFTERMATH = 2000

WORK = {QEvent.MouseButtonPress, QEvent.MouseButtonRelease, QEvent.MouseMove, QEvent.TabletPress, QEvent.TabletMove, QEvent.TabletRelease, QEvent.KeyPress}


class TranslationDocker(DockWidget):
    """Shows the live translation of the active document."""

    def __init__(self):
        super().__init__()
        self.setWindowTitle("Pix2Pix")
        self._live = None
        self._refusal = None
        self._buttons = {}
        self._classes = Classes()
        self._model = Krita.instance().readSetting("pix2pix", "model", "") or os.environ.get("PIX2PIX_MODEL") or os.path.join(HERE, "facades.onnx")
        self._build()
        self._timer = QTimer(self, interval=IDLE, timeout=self._tick)
        self._calm = QTimer(self, interval=AFTERMATH, singleShot=True, timeout=lambda: self._timer.setInterval(IDLE))
        self._watch = _Watch(self._work)
        Krita.instance().notifier().setActive(True)
        QApplication.instance().installEventFilter(self._watch)
        self._timer.start()

    def canvasChanged(self, canvas):
        self._work()

    def _build(self):
        body = QWidget(self)
        column = QVBoxLayout(body)
        swatches = QGridLayout()
        for i, (name, color) in enumerate(self._classes.all):
            button = QToolButton(body, toolTip=name, text=name, icon=swatch(QColor(*color)), toolButtonStyle=Qt.ToolButtonTextBesideIcon)
            button.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Fixed)
            button.clicked.connect(lambda _, color=color: self._choose(color))
            self._buttons[name] = button
            swatches.addWidget(button, i // 3, i % 3)
        column.addLayout(swatches)
        self._picture = QLabel(body, alignment=Qt.AlignCenter)
        self._picture.setMinimumSize(QSize(128, 128))
        self._picture.setSizePolicy(QSizePolicy.Ignored, QSizePolicy.Expanding)
        column.addWidget(self._picture, 1)
        self._style = StyleSection(body)
        self._style.changed.connect(lambda values: self._try(lambda: self._live.restyle(values)))
        self._words = QLabel(body, wordWrap=True)
        column.addWidget(self._words)
        row = QHBoxLayout()
        self._live_box = QCheckBox("Live", body, checked=True, toolTip="Translate the document whenever it changes")
        row.addWidget(self._live_box)
        for text, tip, act in (
                ("New label map", "A document of the generator's size, filled with the background class", self._new_document),
                ("As new layer", "Put the translation on top of the document as a layer", self._as_layer),
                ("Style", "Colours and values of the generator's style", self._style.open),
                ("Generator", "Choose a generator (.onnx)", self._choose_model)):
            button = QPushButton(text, body, toolTip=tip)
            button.clicked.connect(lambda _, act=act: self._try(act))
            self._buttons[text] = button
            row.addWidget(button)
        column.addLayout(row)
        self._buttons["Style"].hide()
        self.setWidget(body)

    def _work(self):
        """Somebody works: look often for a while."""
        self._timer.setInterval(BUSY)
        self._calm.start()

    def _tick(self):
        if self.isVisible():
            self._try(self._look)

    def _look(self):
        if self._live_box.isChecked():
            self._open()
            self._live.look(Krita.instance().activeDocument())
            self._say(self._live.trouble)
        if self._live and self._live.take():
            self._show()

    def _open(self):
        """Loads the generator once; what was refused is not tried again until another is chosen."""
        if self._refusal:
            raise Pix2PixError(self._refusal)
        if self._live is None:
            try:
                self._use(LiveTranslation(self._model, self._classes))
            except Pix2PixError as fault:
                self._refusal = str(fault)
                raise

    def _use(self, live):
        if self._live:
            self._live.close()
        self._live = live
        known = live.translator.style_values()
        self._style.describe(known)
        self._buttons["Style"].setVisible(bool(known))

    def _show(self):
        size = self._picture.size()
        document = Krita.instance().activeDocument()
        shape = QSize(document.width(), document.height()) if document else self._live.picture.size()
        self._picture.setPixmap(QPixmap.fromImage(self._live.picture).scaled(shape.scaled(size, Qt.KeepAspectRatio), Qt.IgnoreAspectRatio, Qt.SmoothTransformation))
        note_place("translated", self._picture)
        for name, button in self._buttons.items():
            note_place(name.replace(" ", "_"), button)

    def _choose(self, color):
        window = Krita.instance().activeWindow()
        if window and window.activeView():
            window.activeView().setForeGroundColor(ManagedColor.fromQColor(QColor(*color), window.activeView().canvas()))

    def _new_document(self):
        self._open()
        side = max(1, 1024 // max(self._live.translator.width, self._live.translator.height))
        width, height = self._live.translator.width * side, self._live.translator.height * side
        document = Krita.instance().createDocument(width, height, "Label map", "RGBA", "U8", "sRGB-elle-V2-srgbtrc.icc", 72.0)
        red, green, blue = self._classes.background
        document.topLevelNodes()[0].setPixelData(bytes((blue, green, red, 255)) * (width * height), 0, 0, width, height)
        document.refreshProjection()
        Krita.instance().activeWindow().addView(document)

    def _as_layer(self):
        document = Krita.instance().activeDocument()
        if document is None or self._live is None or self._live.picture is None:
            raise Pix2PixError("Expected a document with a translation, found none; open or paint a label map first.")
        picture = self._live.picture.scaled(document.width(), document.height(), Qt.IgnoreAspectRatio, Qt.SmoothTransformation).convertToFormat(self._live.picture.Format_ARGB32)
        node = document.createNode(LAYER, "paintlayer")
        document.rootNode().addChildNode(node, None)
        if (node.colorModel(), node.colorDepth()) != ("RGBA", "U8"):
            node.setColorSpace("RGBA", "U8", "sRGB-elle-V2-srgbtrc.icc")
        bits = picture.constBits()
        bits.setsize(picture.sizeInBytes())
        node.setPixelData(bytes(bits), 0, 0, document.width(), document.height())
        document.refreshProjection()

    def _choose_model(self):
        model, _ = QFileDialog.getOpenFileName(self, "Choose a generator", os.path.dirname(self._model), "Generators (*.onnx)")
        if model:
            self._use(LiveTranslation(model, self._classes))
            self._model, self._refusal = model, None
            Krita.instance().writeSetting("pix2pix", "model", model)

    def _try(self, act):
        """Does it; what fails becomes a sentence in the docker, and Krita lives on."""
        try:
            act()
        except (OSError, ValueError, Pix2PixError) as fault:
            self._say(str(fault))

    def _say(self, words):
        if words != self._words.text():
            self._words.setText(words)
            note("said", words)


class _Watch(QObject):
    """Hears of input anywhere in Krita."""

    def __init__(self, heard):
        super().__init__()
        self._heard = heard

    def eventFilter(self, watched, event):
        if event.type() in WORK:
            self._heard()
        return False
