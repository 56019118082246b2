"""How a name sounds, roughly, whatever letters it is written in: a string with one sign for each sound.

Signs: vowels a ä e i o ö u ü; J as in Jafar, Z as in Zhukov, S sh, C ch, c ts and dz, x kh, G gh, q, y; the rest as in
Latin. A spelling that can be read in two ways (c is k, s or j) gives two strings.

Source: ISO 9 and BGN/PCGN for Cyrillic, ISO 9985 and the classical spelling (Mashtots) for Armenian, ISO 9984 for
Georgian, the Azerbaijani alphabets of 1939 and 1991, the Turkish alphabet, and common English and French spellings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from anyascii import anyascii

from curator.text.fold import fold
from curator.text.scripts import script_of

VOWELS = "aäeioöuü"
_DIGIT = re.compile(r"\d")


def _rules(*tables: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return what finds the letters of an alphabet, the longest first, and their sounds ("ш:S", "ь:")."""
    sounds = dict(each.split(":") for table in tables for each in table.split())
    return re.compile("|".join(sorted(map(re.escape, sounds), key=len, reverse=True))), sounds


_CYRILLIC = _rules(
    "дж:J дз:c кс:ks а:a б:b в:v г:g ґ:g д:d е:e є:e ж:Z з:z и:i і:i ї:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u"
    " ф:f х:x ц:c ч:C ш:S щ:S ъ: ы:i ь: э:e ю:yu я:ya ә:ä ғ:G ҝ:g ө:ö ү:ü һ:h ҹ:J ҷ:J ј:y ў:v қ:q ҳ:h ң:n"
)
_ARMENIAN = _rules(
    "ու:u ոյ:uy եա:ya իւ:yu ա:a բ:b գ:g դ:d ե:e զ:z է:e ը:i թ:t ժ:Z ի:i լ:l խ:x ծ:c կ:k հ:h ձ:c ղ:G ճ:C մ:m"
    " յ:y ն:n շ:S ո:o չ:C պ:p ջ:J ռ:r ս:s վ:v տ:t ր:r ց:c ւ:v փ:p ք:k օ:o ֆ:f"
)
_GEORGIAN = _rules(
    "ა:a ბ:b გ:g დ:d ე:e ვ:v ზ:z თ:t ი:i კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:Z რ:r ს:s ტ:t უ:u ფ:p ქ:k ღ:G ყ:q შ:S ჩ:C ც:c ძ:c"
    " წ:c ჭ:C ხ:x ჯ:J ჰ:h"
)
_LATIN = " ".join(f"{letter}:{letter}" for letter in "abdefghiklmnoprstuvyzäöüq")
_TURKIC = _rules(_LATIN, "ə:ä c:J ç:C ğ:G ı:i j:Z ş:S x:x w:v š:S č:C ž:Z kh:x gh:G sh:S ch:C zh:Z dzh:J")
_WESTERN = _rules(
    _LATIN,
    "ə:ä ğ:G ı:i ş:S ç:C š:S č:C ž:Z sch:S tch:C tsch:C dzh:J dj:J dž:J sh:S ch:C zh:Z kh:x gh:G ts:c tz:c dz:c",
    "ph:f th:t ck:k ce:se ci:si cy:si c:k j:J x:ks w:v ou:u oo:u ee:i",
)
_TURKIC_LETTERS = re.compile("[əğışç]")
_TURKIC_DOUBTS = re.compile("[cjx]")
_MARKS_KEPT = frozenset("əğışçšžčöüä")


@lru_cache(maxsize=16_384)
def sounds(word: str) -> tuple[str, ...]:
    """Return how one word (str, raw) can sound, the likeliest first; digits stay as they are, doubles are single."""
    script = script_of(word)
    match script:
        case "Cyrl":
            found = [_read(fold(word), _CYRILLIC)]
            # Russian writes a front vowel with я: Гянджа.
            if re.search("(?<=[гклмнтдбс])я", fold(word)):
                found.append(found[0].replace("ya", "ä"))
        case "Armn":
            found = [_read(_armenian(fold(word)), _ARMENIAN)]
        case "Geor":
            folded = fold(word)
            found = [_read(folded, _GEORGIAN)]
            # Names of others get the ending of the nominative: ალიევი.
            if len(folded) > 4 and folded.endswith("ი") and found[0][-2] not in VOWELS:
                found.append(found[0][:-1])
        case _:
            found = _latin(word if script == "Latn" else anyascii(word))
    return tuple(dict.fromkeys(map(_levelled, found)))


def _latin(word: str) -> list[str]:
    lower = unicodedata.normalize("NFC", word).replace("İ", "i").replace("I", "i").lower()
    bare = "".join(letter if letter in _MARKS_KEPT else fold(letter) for letter in lower)
    if _TURKIC_LETTERS.search(bare):
        return [_read(bare, _TURKIC)]
    if _TURKIC_DOUBTS.search(bare):
        return [_read(bare, _WESTERN), _read(bare, _TURKIC)]
    return [_read(bare, _WESTERN)]


def _armenian(word: str) -> str:
    """Return a folded word with what sounds otherwise at its beginning and end in the classical spelling (Յակոբ)."""
    if word.startswith("յ"):
        word = "հ" + word[1:]
    return word[:-1] if word.endswith(("այ", "ոյ")) and len(word) > 4 else word


def _read(word: str, rules: tuple[re.Pattern[str], Mapping[str, str]]) -> str:
    pattern, table = rules
    return "".join(table[part] for part in pattern.findall(word)) if not _DIGIT.search(word) else word


def _levelled(sound: str) -> str:
    """Return a sound without what languages write differently: doubles, and y beside i or before vowels."""
    return _DOUBLE.sub(r"\1", _AFTER_CONSONANT.sub("i", _GLIDE.sub("", sound.replace("yu", "ü"))))


_DOUBLE = re.compile(r"([^\d])\1+")
_GLIDE = re.compile("(?<=i)y|^y(?=e)|(?<=[aäeoöuü])y(?=e)")
_AFTER_CONSONANT = re.compile("(?<=[^aäeioöuü])y(?=[aäeo])")
_CLASSES = str.maketrans(
    {
        **dict.fromkeys("bp", "P"),
        **dict.fromkeys("dt", "T"),
        **dict.fromkeys("gkqGxh", "K"),
        **dict.fromkeys("vf", "V"),
        **dict.fromkeys("szc", "S"),
        **dict.fromkeys("ZSCJ", "C"),
        **dict.fromkeys(VOWELS + "y", None),
    }
)


@lru_cache(maxsize=16_384)
def skeleton(sound: str) -> str:
    """Return the consonants of a sound in classes that languages take for one another, doubles single.

    A vowel counts at the beginning only, as "A".
    """
    bare = ("A" if sound[:1] in (*VOWELS, "y") else "") + sound.translate(_CLASSES)
    return _DOUBLE.sub(r"\1", bare)
