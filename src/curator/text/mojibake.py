"""Text whose bytes were read in a wrong encoding and kept so ("kitabÉ™"): told apart, and what it was before."""

from __future__ import annotations

import re

# UTF-8 sequences (RFC 3629, section 4) of two and three bytes, as they look in the bytes of a wrong encoding.
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_CODECS = ("cp1252", "cp1251", "latin-1")
_RUN = re.compile(r"[^\x00-\x7f]+")
# Cyrillic read as Latin: whole words of accented letters.
_WORD = re.compile(r"[^\W\d_]{4,}")
_ACCENTED = re.compile(r"[\u00c0-\u00ff]+")
_ACCENTED_RUN = re.compile("[\u00a1-\u00ff]+")
_MAY_BE_ACCENTED = re.compile("[\u00c0-\u00ff]{4}")
_FEWEST = 3
_SURE, _DOUBTFUL = 0.5, 0.05
_LONGEST_LOOK, _LONGEST = 200_000, 2_000_000


def mended(text: str) -> str | None:
    """Return the text as it was before it was misread, None when it is not broken, too long, or cannot be told.

    Sources: RFC 3629 for what UTF-8 looks like; the package ftfy (Speer 2019) for text that is broken in part.
    """
    if len(text) > _LONGEST:
        return None
    share = _misread_share(text[:_LONGEST_LOOK])
    if share > _DOUBTFUL:
        tries = (_by_ftfy(text), _by_runs(text) if share >= _SURE else None)
        found = min((one for one in tries if one), key=_misread_share, default=text)
        return found if found != text else None
    if _is_accented(text[:_LONGEST_LOOK]):
        return _ACCENTED_RUN.sub(lambda run: run.group().encode("latin-1").decode("cp1251", "replace"), text)
    return None


def _misread_share(text: str) -> float:
    """The share of the bytes above ASCII that form UTF-8 sequences, in the encoding that has most of them."""
    if text.isascii():
        return 0.0
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    shares = []
    for codec in _CODECS:
        data = text.encode(codec, "ignore")
        found = _SEQUENCE.findall(data)
        if len(found) >= _FEWEST:
            shares.append(sum(map(len, found)) / foreign)
    return max(shares, default=0.0)


def _by_runs(text: str) -> str | None:
    """Read each run of signs above ASCII again as UTF-8; runs that are none stay. None when many are none."""
    for codec in _CODECS:
        runs = _RUN.findall(text)
        found = [_again(run, codec) for run in runs]
        if sum(run is not None for run in found) >= _SURE * len(runs):
            return _replaced(text, dict(zip(runs, found, strict=True)))
    return None


def _replaced(text: str, again: dict[str, str | None]) -> str:
    return _RUN.sub(lambda run: again[run.group()] or run.group(), text)


def _again(run: str, codec: str) -> str | None:
    try:
        return run.encode(codec).decode("utf-8")
    except UnicodeError:
        return None


def _by_ftfy(text: str) -> str | None:
    import ftfy
    import ftfy.badness

    return ftfy.fix_encoding(text) if ftfy.badness.is_bad(text) else None


def _is_accented(text: str) -> bool:
    if not _MAY_BE_ACCENTED.search(text):
        return False
    words = _WORD.findall(text)
    return len(words) >= _FEWEST and 2 * sum(bool(_ACCENTED.fullmatch(word)) for word in words) > len(words)
