"""Names filtered by what is typed: by the beginnings of their words, in any spelling, or by how these sound."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from curator.names.sounds import sounds
from curator.text.name_key import name_key

# What languages take for one another while a name is being typed. Coarser than the distance between whole names.
_ROUGH = str.maketrans({"ä": "a", "e": "a", "ö": "o", "ü": "u", "q": "k", "G": "h", "x": "h"})
# A shorter beginning sounds like too many others.
_SHORTEST = 3


class FilterKey(NamedTuple):
    """What a record is filtered by: the folded words of all its names, and how they sound, each after a space."""

    words: str
    sounds: str = ""


def filter_key(names: Iterable[tuple[str, str]], with_sounds: bool = True) -> FilterKey:
    """Return what a record is filtered by.

    Args:
        names: every name of it, as it is written and folded.
        with_sounds: whether it is to be found by its sound as well, which takes twelve times as long.
    """
    both = list(names)
    words = " " + " ".join(folded for _name, folded in both)
    if not with_sounds:
        return FilterKey(words)
    found = dict.fromkeys(sound for name, _folded in both for word in name.split() for sound in rough(word))
    return FilterKey(words, " " + " ".join(found))


def rough(word: str) -> tuple[str, ...]:
    """Return how a word can sound, sounds that languages mix up levelled."""
    return tuple(dict.fromkeys(sound.translate(_ROUGH) for sound in sounds(word)))


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, ready to be looked for.

    Args:
        words: each word as a name may begin with it: by its letters, and by its sounds, none where it is too short.
    """

    words: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def read(cls, typed: str) -> Typed:
        """Read what was typed (str, any spelling)."""
        folded, raw = name_key(typed).split(), [word for word in typed.split() if name_key(word)]
        # Marks tell how a letter sounds, as long as it is known which word is which.
        heard = raw if len(raw) == len(folded) else folded
        return cls(tuple((f" {word}", _heard(other)) for word, other in zip(folded, heard, strict=True)))

    def fits(self, key: FilterKey) -> int:
        """Return how a record fits: 0 by its letters, 1 by the sound of a word, -1 not at all."""
        how = 0
        for word, heard in self.words:
            if word not in key.words:
                if not any(sound in key.sounds for sound in heard):
                    return -1
                how = 1
        return how

    def heard_in(self, key: FilterKey) -> set[str]:
        """Return how the words sound that fit by their letters."""
        begun = [
            word for word in key.words.split() if any(f" {word}".startswith(first) for first, _heard in self.words)
        ]
        return {sound for word in begun for sound in rough(word)}

    def nearest(self, key: FilterKey) -> str:
        """Return the shortest sound of a word that fits by its sound; empty where none does."""
        heard = [sound for _first, either in self.words for sound in either]
        begun = [word for word in key.sounds.split() if any(f" {word}".startswith(sound) for sound in heard)]
        return min(begun, key=len, default="")


def _heard(word: str) -> tuple[str, ...]:
    return tuple(f" {sound}" for sound in rough(word) if len(sound) >= _SHORTEST)
