"""The script that a text is written in, by its letters (ISO 15924)."""

from __future__ import annotations

import re

_SCRIPTS = {
    "Latn": re.compile("[A-Za-z\u00c0-\u024f\u0259\u018f]+"),
    "Cyrl": re.compile("[\u0400-\u052f]+"),
    "Armn": re.compile("[\u0531-\u058f]+"),
    "Geor": re.compile("[\u10a0-\u10ff\u1c90-\u1cbf]+"),
    "Arab": re.compile("[\u0600-\u06ff]+"),
    "Hebr": re.compile("[\u0590-\u05ff]+"),
}


def script_of(text: str) -> str:
    """Return the code of the script of most letters (a key of `_SCRIPTS`), "" where there is none of them."""
    counts: dict[str, int] = {}
    for code, letters in _SCRIPTS.items():
        counts[code] = sum(map(len, letters.findall(text)))
        if 2 * counts[code] > len(text):
            return code
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else ""
