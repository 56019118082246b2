"""The parts of a person's name: given name, middle names, patronymic, surname."""

from __future__ import annotations

import re
from typing import NamedTuple

from curator.names.titles import is_title
from curator.text.tokens import tokens

# "Father's son", "father's daughter": two words.
_CHILD = frozenset({"oglu", "qizi", "kizi", "ogly", "gyzy", "оглы", "оглу", "кызы", "гызы", "оғлу", "углы"})
_CHILD_BEGINNINGS = tuple(_CHILD)
_PATRONYMIC = re.compile(
    r".{2,}(?:(?:ич|[oe]vich|ovic|evic)(?:а|у|ем|ом|е|еві|ові|a)?"
    r"|(?:[оеи]вн|инн|ичн|[ії]вн)(?:а|ы|е|у|ой|ою|и|і)|[oe]vna|insna|ichna)"
)
_SURNAME = re.compile(
    r".{2,}(?:(?:ov|yev|ev|in|yin)a?|sk[iy]y?|skaya|zade|ova|yan|ian|dze|shvili|enko|ли|заде|(?:ов|ев|ин|єв)а?|"
    r"ский|ская|ський|ська|енко|ян|дзе|швили|յան|եան|եանց|յանց|ძე|შვილი|ია|ავა|ური)"
)
_PARTICLES = frozenset(
    ("de", "da", "di", "del", "della", "der", "den", "van", "von", "la", "le", "du", "dos", "bin", "ibn", "al", "el")
)


class Word(NamedTuple):
    """A word of a name: folded, and as it is written."""

    folded: str
    raw: str


class PersonName(NamedTuple):
    """A name of two words or more.

    Args:
        given: the first given name, or its initial.
        middle: further given names, or their initials.
        patronymic: the father's name, as one word (-ович), or as that word alone before oğlu, qızı.
        surname: its words, with particles (van der Berg) and both parts of a double one.
    """

    given: Word
    middle: tuple[Word, ...]
    patronymic: Word | None
    surname: tuple[Word, ...]


def words_of(name: str) -> tuple[Word, ...]:
    """Return the words of a name (str)."""
    return tuple(Word(folded, name[start:end]) for start, end, folded in tokens(name))


def person_name(name: str) -> PersonName | None:
    """Take the name of a person apart; None for a single word, or what is no name of that kind.

    Understands "Lucia Bandini", "Bandini, Lucia", "L. Bandini", "Сидоров Иван Петрович", "Orlu Anar Rəşid oğlu", and
    titles before the name, which are left out.
    """
    before, comma, after = name.partition(",")
    if comma:
        rest = _units(after)
        # "Lucia Bandini, director" is no inverted name, but harmless as one: nobody is called so in a text.
        return _made(rest[:1], rest[1:], _units(before)) if rest else None
    units = _units(name)
    while len(units) > 2 and len(units[0]) == 1 and is_title(units[0][0].folded):
        units = units[1:]
    whole = units
    units, patronymic = _without_child_of(units)
    ends_so = bool(patronymic) and whole[:2] == units[:2]
    if len(units) < 2 or len(units) > 5:
        return None
    last = units[-1][-1].folded
    # The surname stands first: before name and patronymic, or where it alone looks like one.
    if len(units) > 2 and _PATRONYMIC.fullmatch(last) and not _PATRONYMIC.fullmatch(units[-2][-1].folded):
        return _made(units[1:2], units[2:], units[:1])
    # "Surname Given Father's oğlu" is how papers have it; in a text the surname may stand second.
    if len(units) == 2 and not _SURNAME.fullmatch(last) and (ends_so or _SURNAME.fullmatch(units[0][-1].folded)):
        return _made(units[1:], [], units[:1], patronymic)
    at = len(units) - 1
    while at > 1 and units[at - 1][-1].folded in _PARTICLES:
        at -= 1
    return _made(units[:1], units[1:at], units[at:], patronymic)


def is_patronymic(word: str) -> bool:
    """Return whether a folded word of a text is a patronymic by its form (Петрович, Петровне)."""
    return _PATRONYMIC.fullmatch(word) is not None


def is_child_of(word: str) -> bool:
    """Return whether a folded word says whose child somebody is (oğlu, qızı), in any case."""
    return len(word) < 10 and word.startswith(_CHILD_BEGINNINGS)


def _units(name: str) -> list[tuple[Word, ...]]:
    return [words for words in map(words_of, name.split()) if words]


def _without_child_of(units: list[tuple[Word, ...]]) -> tuple[list[tuple[Word, ...]], Word | None]:
    for at in range(2, len(units)):
        if len(units[at]) == 1 and units[at][0].folded in _CHILD:
            return units[: at - 1] + units[at + 1 :], units[at - 1][0]
    return units, None


def _made(
    given: list[tuple[Word, ...]],
    middle: list[tuple[Word, ...]],
    surname: list[tuple[Word, ...]],
    patronymic: Word | None = None,
) -> PersonName | None:
    first, *others = [word for unit in given for word in unit]
    further = [*others, *(word for unit in middle for word in unit)]
    if patronymic is None and further and is_patronymic(further[-1].folded):
        patronymic = further.pop()
    return PersonName(first, tuple(further), patronymic, tuple(word for unit in surname for word in unit))
