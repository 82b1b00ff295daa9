"""Translates a picture with numpy: translate.py GENERATOR.onnx IN.ppm OUT.ppm"""
import sys

import numpy

from pix2pix_realtime import Pix2PixError, Translator


def read_ppm(path):
    """A binary PPM as an array of height, width, 3 bytes."""
    with open(path, "rb") as file:
        magic, width, height, most = file.readline().split() + file.readline().split() + file.readline().split()
        if (magic, most) != (b"P6", b"255"):
            raise Pix2PixError(f"Expected a binary PPM of 8 bits, found '{path}' to be another file; convert it first.")
        return numpy.frombuffer(file.read(), numpy.uint8).reshape(int(height), int(width), 3)


def main(model, source, target):
    with Translator(model) as translator:
        picture = read_ppm(source)

        # Label maps are enlarged with hard edges: each pixel takes its nearest neighbour's class.
        rows = numpy.arange(translator.height) * picture.shape[0] // translator.height
        columns = numpy.arange(translator.width) * picture.shape[1] // translator.width
        rgba = numpy.full((translator.height, translator.width, 4), 255, numpy.uint8)
        rgba[..., :3] = picture[rows][:, columns]

        facade = numpy.empty((translator.output_height, translator.output_width, 4), numpy.uint8)
        translator.translate(rgba, facade)
        with open(target, "wb") as file:
            file.write(b"P6\n%d %d\n255\n" % (facade.shape[1], facade.shape[0]) + facade[..., :3].tobytes())
        print(f"{target}: {translator.output_width}x{translator.output_height}, {translator.mean_ms:.1f} ms")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    try:
        main(*sys.argv[1:])
    except (OSError, ValueError, Pix2PixError) as fault:
        sys.exit(f"translate.py: {fault}")
