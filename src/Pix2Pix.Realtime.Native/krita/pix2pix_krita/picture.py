"""The docker's picture."""
from PyQt5.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PyQt5.QtGui import QImage, QPainter, QPalette, QRasterWindow
from PyQt5.QtWidgets import QSizePolicy, QWidget

#: Pixels of each side, at least.
LEAST = 128


class Picture(QRasterWindow):
    """
    Shows an image as large as there is room for, in a window of its own for the system. As a widget it would be a part of Krita's window, which OpenGL puts together:
    all of it, canvas and tools, for each new picture.
    """

    def __init__(self, parent):
        super().__init__()
        # A click on it is one on the docker, and the keys stay with the canvas.
        self.setFlags(Qt.WindowTransparentForInput | Qt.WindowDoesNotAcceptFocus)
        self._image, self._shape = QImage(), QSize()
        self._around = parent.palette().color(QPalette.Window)
        #: What goes into a layout.
        self.widget = QWidget.createWindowContainer(self, parent)
        self.widget.setMinimumSize(QSize(LEAST, LEAST))
        self.widget.setSizePolicy(QSizePolicy.Ignored, QSizePolicy.Expanding)
        self.widget.setFocusPolicy(Qt.NoFocus)

    def show_image(self, image, shape):
        """Shows it at once, drawn as wide and high as `shape` has it."""
        self._image, self._shape = image, shape
        self.update()
        QCoreApplication.sendEvent(self, QEvent(QEvent.UpdateRequest))

    def paintEvent(self, event):
        painter = QPainter(self)
        place = QRect(0, 0, self.width(), self.height())
        painter.fillRect(place, self._around)
        if not self._image.isNull():
            size = self._shape.scaled(place.size(), Qt.KeepAspectRatio)
            room = place.size() - size
            painter.drawImage(room.width() // 2, room.height() // 2, self._image.scaled(size, Qt.IgnoreAspectRatio, Qt.SmoothTransformation))
        painter.end()
