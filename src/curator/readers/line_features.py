"""What can be seen in each line of a text that may have been copied off a page: length, ending, words, marks."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from curator.readers.line_words import CHROME, LEGAL, begins, places_of
from curator.text.fold import fold
from curator.text.small_words import SMALL_WORDS

Matrix = NDArray[np.float64]

# A sentence ends so, in Latin, Cyrillic, Armenian, Arabic, Hindi and Chinese writing.
_STOPS = "[.!?…։。！？؟।]"
_CLOSING = "[\"'”’»›“)\\]]*"
_FINISHED = re.compile(rf"{_STOPS}{_CLOSING}\s*$")
_SENTENCE = re.compile(rf"{_STOPS}{_CLOSING}(?:\s|$)")
# Writing without spaces says more with a sign than an alphabet does with a letter.
_WIDE = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WIDE_SIGN = 1.5
_WORD = re.compile(r"\w+")
# What stands before a digit is looked at after it: so the search goes from digit to digit.
_NUMERIC_DATE = re.compile(
    r"\d(?<!\d\d)(?:\d?[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:(?<=1)9|(?<=2)0)\d\d[./年-]\s?\d{1,2}[./月-])(?!\d{3})"
)
_YEAR = re.compile(r"(?:1(?<!\d1)9|2(?<!\d2)0)\d\d(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d\d(?!\d)")
_ENDS = ("com", "org", "net", "info", "az", "ru", "am", "tr", "ge", "ua", "de")
_ADDRESS = re.compile(rf"https?://|www\.|\w\.(?:{'|'.join(_ENDS)})\b|@\w")
# In nearly all lines the address and the glued words are not there; their signs are found more quickly.
_ADDRESS_SIGNS = ("://", "www.", "@", *(f".{end}" for end in _ENDS))
_CAPITAL = "[A-ZƏİÖÜĞŞÇА-ЯЁԱ-Ֆ]"
_GLUED = re.compile(rf"[^\W\d_A-Z]{{2}}[.!?]?(?={_CAPITAL})[^\W\d_]")
_GLUED_SIGN = re.compile(rf"{_CAPITAL}(?:(?<=[^\W\d_A-Z]{{2}}.)|(?<=[^\W\d_A-Z]{{2}}[.!?].))")
_PICTURE = re.compile(
    r"(?i)\b(?:photo|foto|photograph|image|credit|getty|reuters|afp|picture|bild|quelle|фото|şəkil|fotoğraf)\b"
    r"|լուսանկար|ფოტო|©"
)
_BULLET = re.compile(r"\s*(?:[-–—•*▪◦·]\s|\(?\d{1,2}[.)]\s|[a-zа-я]\)\s)")
_BARS = frozenset("|•·›→►▶")
_QUOTES = frozenset("\"“„«»'‘–—-")
_LONGEST = 1_500
_LEAST_CONTENT, _STEM = 4, 6
_TALLEST_SIZE = 7.0


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text with what was seen in them.

    Args:
        texts: the lines, none empty.
        seen: a row for each line, a column for each of `NAMES`.
        sizes: how much each says, in letters of an alphabet.
        counts: words of each, at least one.
        content: the beginnings of its longer words, folded.
        folded: its words folded, joined: equal for lines that say the same.
        places: the columns of `seen` by their names.
    """

    texts: tuple[str, ...]
    seen: Matrix
    sizes: Matrix
    counts: Matrix
    content: tuple[frozenset[str], ...]
    folded: tuple[str, ...]
    places: Mapping[str, int]

    def column(self, name: str) -> Matrix:
        """Return what was seen in each line under a name of `NAMES`."""
        found: Matrix = self.seen[:, self.places[name]]
        return found


def look_at(texts: Sequence[str], as_head: bool = False) -> Lines:
    """Return the features of lines; of very long ones only the beginning and the end are looked at.

    Args:
        as_head: only what a head with nothing of a page about it is told by, in a third of the time.
    """
    cut = [text if len(text) <= _LONGEST else f"{text[:_LONGEST]} {text[-100:]}" for text in texts]
    words = [_WORD.findall(text) for text in cut]
    folded = [[word.lower() if word.isascii() else fold(word) for word in line] for line in words]
    keys = [" ".join(line) for line in folded]
    times = Counter(keys)
    sizes = [len(text) + _WIDE_SIGN * len(_WIDE.findall(text)) for text in cut]
    places = _HEAD_PLACES if as_head else _PLACES
    rows = []
    for at, text in enumerate(cut):
        if as_head:
            rows.append(_of_head(text, folded[at]))
            continue
        seen = _shape(text, words[at], sizes[at]) | _wording(text, words[at], folded[at], sizes[at])
        seen |= _place(at, len(cut), times[keys[at]], sizes[at], cut[at - 1] if at else "")
        rows.append([float(seen[name]) for name in NAMES])
    return Lines(
        tuple(texts),
        np.array(rows, dtype=np.float64).reshape(-1, len(places)),
        np.array(sizes, dtype=np.float64),
        np.array([max(1, len(line)) for line in words], dtype=np.float64),
        tuple(map(_content, folded, keys)),
        tuple(keys),
        places,
    )


def _of_head(text: str, folded: list[str]) -> list[float]:
    """The features of `_HEAD_NAMES`."""
    legal = _legal(text, folded)
    is_question = text.rstrip().endswith("?")
    return [is_finished(text), is_question, begins(folded, CHROME), legal > 0, min(3, legal) / 3]


def _content(words: list[str], key: str) -> frozenset[str]:
    if key.isascii() or not _WIDE.search(key):
        return frozenset([word[:_STEM] for word in words if len(word) >= _LEAST_CONTENT and word not in SMALL_WORDS])
    return frozenset(_stems(words))


def _stems(words: Iterable[str]) -> Iterator[str]:
    """The beginnings of longer words; in writing without spaces, pairs of signs."""
    for word in words:
        if _WIDE.match(word):
            yield from (word[at : at + 2] for at in range(len(word) - 1))
        elif len(word) >= _LEAST_CONTENT and word not in SMALL_WORDS:
            yield word[:_STEM]


def _shape(text: str, words: list[str], size: float) -> dict[str, float]:
    """Length, ending, capitals."""
    log = min(math.log(size + 1), _TALLEST_SIZE)
    finished = bool(_FINISHED.search(text))
    names = [word for word in words if word[0].isalpha()]
    capitals = len([word for word in names[1:] if word[0].isupper()]) / (len(names) - 1) if len(names) > 1 else 0.5
    return {
        "log size": log,
        "under 20": size < 20,
        "under 40": size < 40,
        "under 80": size < 80,
        "over 120": size > 120,
        "over 200": size > 200,
        "over 400": size > 400,
        "finished": finished,
        "finished x log size": finished * log,
        "unfinished and long": not finished and size > 80,
        "colon": text.rstrip().endswith(":"),
        "question": text.rstrip().endswith("?"),
        "ellipsis": text.rstrip().endswith(("...", "…")),
        "sentences": min(len(_SENTENCE.findall(text)), 5) / 5,
        "commas": min(sum(map(text.count, ",،、")), 6) / 6,
        "capitals": capitals,
        "capitals if long": capitals * (size > 40),
        "all capitals": bool(names) and text.isupper(),
        "small start": text[:1].islower(),
        "quote": text[:1] in _QUOTES,
        "bullet": bool(_BULLET.match(text)),
    }


def _wording(text: str, words: list[str], folded: list[str], size: float) -> dict[str, float]:
    """Small words, words of pages, dates, addresses, marks."""
    letters = len([word for word in words if word[0].isalpha()])
    small = len([word for word in folded if word in SMALL_WORDS]) / max(1, letters)
    buttons = places_of(folded, CHROME)
    chrome, legal = len(buttons), _legal(text, folded)
    digits = sum(sum(map(str.isdigit, word)) for word in words if not word.isalpha())
    is_dated = digits > 0 and has_date(text)
    marks = sum(text.count(bar) for bar in _BARS)
    return {
        "small words": small,
        "small words if long": small * (size > 60),
        "no small word": small == 0 and letters >= 4,
        "digits": digits / len(text),
        "bars": min(3, marks) / 3,
        "bar": marks > 0,
        "chrome": chrome > 0,
        "chrome and short": chrome > 0 and size < 60,
        "chrome words": min(3, chrome) / 3,
        "chrome first": buttons[:1] == [0],
        "legal": legal > 0,
        "legal words": min(3, legal) / 3,
        "dated": is_dated,
        "dated and short": is_dated and size < 80,
        "clock": size < 80 and bool(_CLOCK.search(text)),
        "address": any(sign in text for sign in _ADDRESS_SIGNS) and bool(_ADDRESS.search(text)),
        "glued": (len(_GLUED.findall(text)) if _GLUED_SIGN.search(text) else 0) / max(3, len(words)),
        "picture": size < 250 and bool(_PICTURE.search(text)),
    }


def _legal(text: str, folded: list[str]) -> int:
    return len(places_of(folded, LEGAL)) + text.count("©")


def _place(at: int, count: int, times: int, size: float, before: str) -> dict[str, float]:
    """Where it stands, how often, after what."""
    return {
        "repeated": times > 1,
        "repeated often": times > 2,
        "repeated and long": times > 1 and size > 60,
        "after a colon": before.rstrip().endswith(":"),
        "among first": at < 3,
        "among last": at >= count - 5,
    }


def has_date(text: str) -> bool:
    """Tell whether a line may hold a whole date: in figures, or a year beside a day and a word."""
    if _NUMERIC_DATE.search(text):
        return True
    year = _YEAR.search(text)
    if not year:
        return False
    around = text[max(0, year.start() - 25) : year.end() + 12]
    return bool(_DAY.search(around.replace(year.group(), " "))) and any(map(str.isalpha, around))


def is_finished(text: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return bool(_FINISHED.search(text))


def _names() -> tuple[str, ...]:
    return tuple(_shape("a", ["a"], 1) | _wording("a", ["a"], ["a"], 1) | _place(0, 1, 1, 1, ""))


NAMES = _names()
_HEAD_NAMES = ("finished", "question", "chrome first", "legal", "legal words")
_PLACES, _HEAD_PLACES = ({name: at for at, name in enumerate(names)} for names in (NAMES, _HEAD_NAMES))
