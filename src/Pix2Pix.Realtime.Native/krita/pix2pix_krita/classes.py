"""The label classes that a document is painted with: names and colours, from classes.json beside this file."""
import json
import os
from collections import Counter
from functools import lru_cache


class Classes:
    """The classes of one palette, in the order of the palette's file."""

    #: A document of which less is in the classes' colours is no label map. Soft brush edges and scaled documents stay above it.
    LEAST_SHARE = 0.5

    #: A colour is a class's when no channel is farther off: colour management and soft brushes move them a little.
    TOLERANCE = 12

    def __init__(self, file=None):
        file = file or os.path.join(os.path.dirname(os.path.abspath(__file__)), "classes.json")
        with open(file, encoding="utf-8") as stream:
            facts = json.load(stream)
        self.name = facts["name"]
        self.background = tuple(facts["background"])
        self.all = [(entry["name"], tuple(entry["color"])) for entry in facts["classes"]]

    #: Every so many pixels are looked at: an odd number, so that all columns have their turn.
    STRIDE = 61

    def share(self, rgba):
        """About the part (0..1) of a picture's pixels that is in the classes' colours. `rgba` holds 4 bytes a pixel."""
        counts = Counter(memoryview(rgba).cast("I")[::self.STRIDE])
        known = sum(count for pixel, count in counts.items() if self._is_class(pixel))
        return known / max(1, sum(counts.values()))

    @lru_cache(maxsize=4096)
    def _is_class(self, pixel):
        channels = pixel.to_bytes(4, "little")
        return any(all(abs(a - b) <= self.TOLERANCE for a, b in zip(channels, color)) for _, color in self.all)
