"""The docker: class colours, the live translation, and what can be done with it."""
import os

from krita import DockWidget, Krita, ManagedColor
from PyQt5.QtCore import QSize, Qt, QTimer
from PyQt5.QtGui import QColor, QImage
from PyQt5.QtWidgets import QApplication, QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from .classes import Classes
from .live import LiveTranslation
from .picture import Picture
from .pix2pix_realtime import Pix2PixError
from .style import StyleSection, swatch
from .trace import note, note_place
from .watch import LAYER, DocumentWatch

HERE = os.path.dirname(os.path.abspath(__file__))


class TranslationDocker(DockWidget):
    """Shows the live translation of the active document."""

    def __init__(self):
        super().__init__()
        self.setWindowTitle("Pix2Pix")
        self._live = self._opening = self._refusal = self._shown = None
        self._hindrance = self._doubt = ""
        self._waiting = []
        self._buttons = {}
        self._classes = Classes()
        self._model = Krita.instance().readSetting("pix2pix", "model", "") or os.environ.get("PIX2PIX_MODEL") or os.path.join(HERE, "facades.onnx")
        self._watch = DocumentWatch(self)
        self._build()
        self._watch.changed.connect(self._submit)
        self._watch.hindered.connect(self._hinder)
        self._watch.wanted.connect(lambda: self._try(self._open))
        self.visibilityChanged.connect(lambda _: self._switch())
        QApplication.instance().aboutToQuit.connect(self._end)

    def canvasChanged(self, canvas):
        # Krita says so in the middle of closing a view as well, while parts of it are gone already.
        QTimer.singleShot(0, self._watch.attach)

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
        self._picture = Picture(body)
        column.addWidget(self._picture.widget, 1)
        self._style = StyleSection(body)
        self._style.changed.connect(lambda values: self._live.restyle(values))
        self._words = QLabel(body, wordWrap=True)
        column.addWidget(self._words)
        row = QHBoxLayout()
        self._live_box = QCheckBox("Live", body, checked=True, toolTip="Translate the document whenever it changes")
        self._live_box.toggled.connect(lambda _: self._switch())
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

    def _switch(self):
        """Somebody sees the docker, or no longer; wants it live, or not."""
        self._watch.is_on = self.isVisible() and self._live_box.isChecked()
        self._watch.look()

    def _submit(self, shown, is_stroke_over):
        if self._classes.share(shown) < self._classes.LEAST_SHARE:
            self._doubt = f"Expected a document painted in the colours of {self._classes.name}, found mostly others; choose a class above and paint, or press New label map."
        else:
            self._doubt = ""
            self._live.submit(shown, at_once=is_stroke_over)
        self._say(self._hindrance or self._doubt)

    def _hinder(self, hindrance):
        self._hindrance = hindrance
        self._say(self._hindrance or self._doubt)

    def _open(self):
        """Begins to load the generator; what was refused is not tried again until another is chosen."""
        if self._refusal:
            raise Pix2PixError(self._refusal)
        if self._opening is None:
            self._load(self._model)

    def _with_generator(self, act):
        """Does it once the generator is loaded."""
        if self._live:
            act()
        else:
            self._open()
            self._waiting.append(act)

    def _load(self, model):
        """Loads a generator; the one in use stays until the new one is there."""
        if self._opening:
            self._opening.close()
        opening = self._opening = LiveTranslation(model)
        opening.opened.connect(lambda: self._adopt(opening))
        opening.failed.connect(lambda words: self._fail(opening, words))
        opening.translated.connect(lambda picture: self._show(opening, picture))
        opening.start()

    def _adopt(self, opened):
        if opened is not self._opening:
            return
        if self._live:
            self._live.close()
        self._live, self._opening, self._refusal = opened, None, None
        if opened.model != self._model:
            self._model = opened.model
            Krita.instance().writeSetting("pix2pix", "model", self._model)
        known = opened.translator.style_values()
        self._style.describe(known)
        self._buttons["Style"].setVisible(bool(known))
        self._watch.use_size(opened.translator.width, opened.translator.height)
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            self._try(act)

    def _fail(self, live, words):
        if live is self._opening:
            self._opening, self._waiting = None, []
            self._refusal = None if self._live else words
        self._say(words)

    def _end(self):
        for one in (self._live, self._opening):
            if one:
                one.close(seconds=5)

    def _show(self, live, picture):
        if live is not self._live:
            return
        self._shown = picture
        document = Krita.instance().activeDocument()
        self._picture.show_image(picture, QSize(document.width(), document.height()) if document else picture.size())
        note_place("translated", self._picture.widget)
        for name, button in self._buttons.items():
            note_place(name.replace(" ", "_"), button)

    def _choose(self, color):
        window = Krita.instance().activeWindow()
        if window and window.activeView():
            window.activeView().setForeGroundColor(ManagedColor.fromQColor(QColor(*color), window.activeView().canvas()))

    def _new_document(self):
        self._with_generator(self._make_document)

    def _make_document(self):
        side = max(1, 1024 // max(self._live.translator.width, self._live.translator.height))
        width, height = self._live.translator.width * side, self._live.translator.height * side
        document = Krita.instance().createDocument(width, height, "Label map", "RGBA", "U8", "sRGB-elle-V2-srgbtrc.icc", 72.0)
        red, green, blue = self._classes.background
        document.topLevelNodes()[0].setPixelData(bytes((blue, green, red, 255)) * (width * height), 0, 0, width, height)
        document.refreshProjection()
        Krita.instance().activeWindow().addView(document)

    def _as_layer(self):
        document = Krita.instance().activeDocument()
        if document is None or self._shown is None:
            raise Pix2PixError("Expected a document with a translation, found none; open or paint a label map first.")
        picture = self._shown.scaled(document.width(), document.height(), Qt.IgnoreAspectRatio, Qt.SmoothTransformation).convertToFormat(QImage.Format_ARGB32)
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
            self._refusal = None
            self._load(model)

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
