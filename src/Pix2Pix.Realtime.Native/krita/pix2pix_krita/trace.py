"""A log for tests and for fault reports: lines in the file that PIX2PIX_LOG names; nothing without it."""
import os


def note(*words):
    path = os.environ.get("PIX2PIX_LOG")
    if path:
        with open(path, "a", encoding="utf-8") as log:
            log.write(" ".join(str(word) for word in words) + "\n")


def note_place(name, widget):
    """Where a control's middle is on the screen."""
    middle = widget.mapToGlobal(widget.rect().center())
    note(name, middle.x(), middle.y())
