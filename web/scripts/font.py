"""Makes src/app/fonts/inter.woff2: Inter's variable font with the letters, signs and weights that Nurt uses, in one file.

One file of 48 kB where the ready-made parts for the same languages are two of 133 kB. Other scripts in names fall back to
the system's font. To make it anew (needs fonttools and brotli for Python, and the npm package inter-ui):

    python scripts/font.py inter-ui/variable/InterVariable.woff2 src/app/fonts/inter.woff2
"""

import io
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

LETTERS = [(0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x300, 0x304), (0x306, 0x308), (0x30A, 0x30C), (0x327, 0x328)]
LETTERS += [(0x192, 0x192), (0x237, 0x237), (0x2BB, 0x2BC), (0x2C6, 0x2C9), (0x2D8, 0x2DD), (0x1E9E, 0x1E9E), (0x1EF2, 0x1EF3)]
SIGNS = [(0x2000, 0x206F), (0x20A0, 0x20C0), (0x2113, 0x2113), (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2199)]
SIGNS += [(0x21B5, 0x21B5), (0x2212, 0x2215), (0x2248, 0x2248), (0x2260, 0x2265), (0xFEFF, 0xFEFF), (0xFFFD, 0xFFFD)]
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "calt", "tnum", "pnum", "case", "frac", "numr", "dnom"]


def main(source: str, target: str) -> None:
    options = subset.Options()
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.hinting = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in LETTERS + SIGNS for code in range(first, last + 1)])
    font = TTFont(source)
    subsetter.subset(font)
    font.flavor = None
    plain = io.BytesIO()
    font.save(plain)
    plain.seek(0)
    made = instancer.instantiateVariableFont(TTFont(plain), {"opsz": 14, "wght": (400, 700)})
    made.flavor = "woff2"
    made.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
