"""The docker's style: a colour button or a slider for each thing that the generator's style says."""
from PyQt5.QtCore import Qt, pyqtSignal
from PyQt5.QtGui import QColor, QIcon, QPixmap
from PyQt5.QtWidgets import QColorDialog, QGridLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSlider, QToolButton, QWidget

from .trace import note_place

#: Three values whose names end so are one colour.
COLOR_PARTS = (".red", ".green", ".blue")


class StyleSection(QWidget):
    """A small window over Krita, since dockers have little height. Says `changed` with every value by its name whenever a person sets one."""

    changed = pyqtSignal(dict)

    #: Colour buttons in a row.
    COLUMNS = 3

    def __init__(self, parent):
        super().__init__(parent, Qt.Tool)
        self.setWindowTitle("Pix2Pix style")
        self._grid = QGridLayout(self)
        self._controls = []
        self._values = {}

    def describe(self, known):
        """Makes the controls for a generator's values (name -> StyleValue), all neutral."""
        while self._grid.count():
            self._grid.takeAt(0).widget().deleteLater()
        self._values = {name: value.neutral for name, value in known.items()}
        self._controls = _controls(self, known)
        colors = [control for control in self._controls if isinstance(control, ColorButton)]
        for i, button in enumerate(colors):
            self._grid.addWidget(button, i // self.COLUMNS, i % self.COLUMNS)
        for control in self._controls:
            control.show_values(self._values)
            control.changed.connect(self._set)
            if control not in colors:
                row = self._grid.rowCount()
                self._grid.addWidget(QLabel(control.title, self), row, 0)
                self._grid.addWidget(control, row, 1, 1, self.COLUMNS - 1)
        self._neutral = QPushButton("Neutral style", self, toolTip="The mean of the pictures that the generator learned from")
        self._neutral.clicked.connect(lambda: self._set({name: value.neutral for name, value in known.items()}, show=True))
        self._grid.addWidget(self._neutral, self._grid.rowCount(), 0, 1, self.COLUMNS)
        if not known:
            self.hide()

    def open(self):
        self.show()
        self.raise_()
        note_place("Neutral_style", self._neutral)
        for control in self._controls:
            note_place(control.title.replace(" ", "_"), control)

    def _set(self, values, show=False):
        self._values.update(values)
        if show:
            for control in self._controls:
                control.show_values(self._values)
        self.changed.emit(dict(self._values))


class ColorButton(QToolButton):
    """A colour of three values; a click opens Qt's colour chooser, which changes the style as it is moved."""

    changed = pyqtSignal(dict)

    def __init__(self, parent, title, names):
        super().__init__(parent, text=title, toolTip=f"{title}: the mean colour", toolButtonStyle=Qt.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Fixed)
        self.title = title
        self._names = names
        self._color = QColor()
        self.clicked.connect(self._choose)

    def show_values(self, values):
        self._show(QColor.fromRgbF(*(min(max(values[name], 0.0), 1.0) for name in self._names)))

    def _show(self, color):
        self._color = color
        self.setIcon(swatch(color))

    def _choose(self):
        dialog = QColorDialog(self._color, self)
        dialog.setWindowTitle(self.title)
        dialog.setOption(QColorDialog.DontUseNativeDialog)
        dialog.setAttribute(Qt.WA_DeleteOnClose)
        before = self._color
        dialog.currentColorChanged.connect(self._take)
        dialog.rejected.connect(lambda: self._take(before))
        dialog.show()
        # The only line to type in is that of the colour's hexadecimal digits.
        note_place("hexadecimal", dialog.findChild(QLineEdit))

    def _take(self, color):
        self._show(color)
        self.changed.emit(dict(zip(self._names, (color.redF(), color.greenF(), color.blueF()))))


class ValueSlider(QSlider):
    """One value within its range."""

    changed = pyqtSignal(dict)

    STEPS = 200

    def __init__(self, parent, name, value):
        super().__init__(Qt.Horizontal, parent, minimum=0, maximum=self.STEPS, pageStep=self.STEPS // 10, toolTip=f"{value.label}: {value.min:g} to {value.max:g}")
        self.setMinimumWidth(self.STEPS)
        self.title = value.label
        self._name, self._least, self._span = name, value.min, value.max - value.min
        self.valueChanged.connect(lambda step: self.changed.emit({name: self._least + self._span * step / self.STEPS}))

    def show_values(self, values):
        self.blockSignals(True)
        self.setValue(round((values[self._name] - self._least) / self._span * self.STEPS))
        self.blockSignals(False)


def swatch(color):
    """An icon of one colour."""
    pixmap = QPixmap(14, 14)
    pixmap.fill(color)
    return QIcon(pixmap)


def _controls(parent, known):
    controls, taken = [], set()
    for name, value in known.items():
        parts = [name[:-len(COLOR_PARTS[0])] + part for part in COLOR_PARTS] if name.endswith(COLOR_PARTS[0]) else []
        if parts and all(part in known for part in parts):
            controls.append(ColorButton(parent, value.label.rsplit(",", 1)[0], parts))
            taken.update(parts)
        elif name not in taken:
            controls.append(ValueSlider(parent, name, value))
    return controls
