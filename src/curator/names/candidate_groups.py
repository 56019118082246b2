"""One entry for each new name of a text, with all its forms: full names, surnames alone, endings, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from curator.names.candidate_basic import basic_name
from curator.names.candidate_reasons import Evidence, Part
from curator.names.candidate_text import CandidateText
from curator.names.endings import groups_of
from curator.names.vocabulary import Vocabulary
from curator.text.tokens import folded_words

Key = tuple[str, ...]


@dataclass(slots=True)
class Group:
    """A name with its places.

    Args:
        words: folded; of a person without initials in front of other initials.
        raw: as it is written.
        parts: first and last word of each place.
        evidence: the strongest.
        firsts: how many words each place has; those of short forms are fewer.
    """

    words: Key
    raw: str
    evidence: Evidence
    parts: list[tuple[int, int]] = field(default_factory=list)

    @property
    def is_person(self) -> bool:
        """Whether it seems to be a person."""
        return self.evidence.kind == "person"

    def take(self, other: Group) -> None:
        """Take the places of another group, which is a form of the same name."""
        self.parts += other.parts
        if other.evidence.kind == self.evidence.kind and other.evidence.weight > self.evidence.weight:
            self.evidence = other.evidence


def grouped(text: CandidateText, parts: Iterable[Part]) -> dict[Key, Group]:
    """Return the parts of a text by their words, each with its strongest evidence."""
    found: dict[Key, Group] = {}
    words, raw = text.words.words, text.words.raw
    for part in parts:
        key, name = tuple(words[part.first : part.last + 1]), written(text, part.first, part.last)
        if any(text.is_between_names(at) for at in range(part.first, part.last)):
            # Leyla xanım Orlu is Leyla Orlu.
            own = [at for at in range(part.first, part.last + 1) if not text.is_between_names(at)]
            key, name = tuple(words[at] for at in own), " ".join(raw[at] for at in own)
        if text.by_role.has_endings:
            basic = basic_name(name, part.evidence.kind, text.by_role)
            key, name = (key, name) if basic == name else (tuple(folded_words(basic)), basic)
        group = found.get(key)
        if group is None:
            group = found[key] = Group(key, name, part.evidence)
        elif part.evidence.weight > group.evidence.weight:
            group.evidence = part.evidence
        if group.raw.isupper() and not raw[part.first].isupper():
            group.raw = written(text, part.first, part.last)
        group.parts.append((part.first, part.last))
    return found


def written(text: CandidateText, first: int, last: int) -> str:
    """Return words as they stand in a text, on one line, with the point of a last initial."""
    end = text.words.ends[last] + text.words.is_initial(last)
    return " ".join(text.text[text.words.starts[first] : end].split())


class Forms:
    """Tells which words are forms of which other ones in a text.

    Args:
        languages: of the text (BCP 47).
        words: folded, with a spelling of each.
    """

    def __init__(self, languages: Collection[str], words: dict[str, str]) -> None:
        latin = "turkic" in groups_of(languages)
        vocabulary = Vocabulary()
        self._numbers = {word: vocabulary.add(word, raw) for word, raw in words.items() if latin or not word.isascii()}
        self._lookup = vocabulary.lookup(languages)
        self.has_endings = bool(self._numbers)

    def is_form(self, word: str, base: str) -> bool:
        """Return whether a word is another one with an ending, or that one itself."""
        if word == base:
            return True
        number = self._numbers.get(base)
        return number is not None and any(reading.word == number for reading in self._lookup[word])

    def are_forms(self, words: Key, bases: Key) -> bool:
        """Return whether each word of a name is a form of the same word of another."""
        return len(words) == len(bases) and all(map(self.is_form, words, bases))


def without_endings(groups: dict[Key, Group], forms: Forms) -> dict[Key, Group]:
    """Return the groups with those that are others with an ending within them."""
    if not forms.has_endings:
        return groups
    alike: dict[tuple[int, str, str], list[Group]] = {}
    for group in groups.values():
        alike.setdefault((len(group.words), group.words[0][:2], group.words[-1][:2]), []).append(group)
    for bucket in alike.values():
        bucket.sort(key=lambda each: (sum(map(len, each.words)), -len(each.parts)))
        for at, group in enumerate(bucket):
            base = next((each for each in bucket[:at] if forms.are_forms(group.words, each.words)), None)
            if base is not None and base.words in groups:
                base.take(group)
                if group.evidence.weight > base.evidence.weight:
                    base.evidence = group.evidence
                del groups[group.words]
    return groups


def in_small_letters(name: str, languages: Collection[str]) -> str:
    """Return a name that stands in capitals throughout as it is usually written ("NEW YORK": New York)."""
    if any(code.split("-")[0].lower() in ("az", "tr") for code in languages):
        # I and İ are two letters there.
        dotless = re.sub(r"(?<=\w)I", "ı", name)
        name = re.sub(r"(?<=\w)İ", "i", dotless)
    return re.sub(r"(?<=\w)\w+", lambda rest: rest.group().lower(), name)
