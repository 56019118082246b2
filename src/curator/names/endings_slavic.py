"""Endings of Russian and Ukrainian surnames, given names, places and nouns.

Source: Зализняк, Грамматический словарь русского языка (2003), types of declension 1 to 8 and of surnames;
Український правопис (2019), sections 82 to 111. Folded: ё is е.
"""

from __future__ import annotations

from collections.abc import Iterator

from curator.names.grammatical_cases import FEMININE, Endings, joined, table

_HARD = table("""
    nom: -
    gen: а
    acc: а
    dat: у
    ins: ом
    loc: е
    plural: ы ов ам ами ах
""")
_AFTER_SIBILANT = joined(_HARD, table("ins: ем"))
_SURNAME = joined(table("nom: -\ngen: а\nacc: а\ndat: у\nins: ым ом\nloc: е\nplural: ы ых ым ыми"), {"а": (FEMININE,)})
_FEMININE_SURNAME = table("nom: а\ngen: ой\ndat: ой\nacc: у\nins: ой ою\nloc: ой е\nplural: ы")
_ADJECTIVE = table("""
    nom: ий ый ой
    gen: ого его
    acc: ого его
    dat: ому ему
    ins: им ым
    loc: ом ем
    plural: ие ые их ых ими ыми
""")
_ADJECTIVE_FEMININE = table("nom: ая яя\ngen: ой ей\ndat: ой ей\nacc: ую юю\nins: ой ей ою ею\nloc: ой ей")
_ADJECTIVE_NEUTER = table("nom: ое ее\ngen: ого его\ndat: ому ему\nins: ым им\nloc: ом ем")
_ADJECTIVE_PLURAL = table("nom: ие ые\ngen: их ых\ndat: им ым\nins: ими ыми")
_NOUN_A = table("nom: а\ngen: ы и\ndat: е\nacc: у\nins: ой ою ей ею\nloc: е")
_NOUN_YA = table("nom: я\ngen: и\ndat: е и\nacc: ю\nins: ей ею\nloc: е и")
_SOFT = table("nom: ь й\ngen: я\nacc: я\ndat: ю\nins: ем\nloc: е и")
_SOFT_FEMININE = table("nom: ь\ngen: и\ndat: и\nins: ью\nloc: и")
_NEUTER_O = table("nom: о\ngen: а\ndat: у\nins: ом\nloc: е")
_NEUTER_E = table("nom: е\ngen: я а\ndat: ю у\nins: ем\nloc: и е")
_PLURAL_Y = table("nom: ы и\ngen: - ов ей\ndat: ам ям\nins: ами ями\nloc: ах ях")
_PLURAL_II = table("nom: и\ngen: й\ndat: ям\nins: ями\nloc: ях")
_FLEETING = table("gen: а\nacc: а\ndat: у\nins: ом ем\nloc: е")
# Given names that lose or change a vowel.
_SHORTENED = {"павел": "павл", "лев": "льв", "петр": "петр", "павло": "павл"}

_UK_HARD = table("""
    nom: -
    gen: а у
    acc: а
    dat: ові еві у
    ins: ом ем
    loc: і ові
    voc: е у
    plural: и ів ам ами ах
""")
_UK_SURNAME = joined(
    table("nom: -\ngen: а\nacc: а\ndat: у ові\nins: им ом\nloc: і\nvoc: е\nplural: и их им ими"), {"а": (FEMININE,)}
)
_UK_FEMININE_SURNAME = table("nom: а\ngen: ої\ndat: ій\nacc: у\nins: ою\nloc: ій")
_UK_ADJECTIVE = table(
    "nom: ий ій\ngen: ого ього\nacc: ого ього\ndat: ому ьому\nins: им ім\nloc: ому ім\nplural: і их ими"
)
_UK_ADJECTIVE_FEMININE = table("nom: а я\ngen: ої ьої\ndat: ій\nacc: у ю\nins: ою ьою\nloc: ій")
_UK_NOUN_A = table("nom: а\ngen: и і\ndat: і\nacc: у\nins: ою ею\nloc: і\nvoc: о")
_UK_NOUN_YA = table("nom: я\ngen: і ї\ndat: і ї\nacc: ю\nins: ею єю\nloc: і ї\nvoc: е є")
_UK_SOFT = table("nom: ь й\ngen: я ю\nacc: я\ndat: ю еві єві\nins: ем єм\nloc: ї і еві єві\nvoc: ю")
_UK_SOFT_FEMININE = table("nom: ь\ngen: і\ndat: і\nins: ю")
_UK_PLURAL_Y = table("nom: и\ngen: - ів\ndat: ам\nins: ами\nloc: ах")
_UK_NEUTER_O = table("nom: о\ngen: а\nacc: а\ndat: у ові\nins: ом\nloc: і у\nvoc: у")
_UK_NEUTER_E = table("nom: е\ngen: я а\ndat: ю у\nins: ем\nloc: і")
# Київ - Києва, Харків - Харкова.
_UK_IV = joined(
    *(
        {f"{vowel}в{ending}": cases for ending, cases in table("gen: а\ndat: у ові\nins: ом им\nloc: і").items()}
        for vowel in "оеє"
    )
)
_SOFTENED = {"к": "ц", "г": "з", "х": "с"}
_UK_SOFTENED = table("dat: і\nloc: і")


def russian(word: str) -> tuple[tuple[str, Endings], ...]:
    """Return the stems of a Russian name with their endings."""
    return tuple(_russian(word))


def _russian(word: str) -> Iterator[tuple[str, Endings]]:
    last, last_two = word[-1], word[-2:]
    if word in _SHORTENED:
        yield _SHORTENED[word], _FLEETING
    if last_two in ("ов", "ев", "ин", "ын"):
        yield word, _SURNAME
    elif last_two in ("ий", "ый", "ой"):
        yield word[:-2], _ADJECTIVE
        yield word[:-1], _SOFT
    elif last_two in ("ая", "яя"):
        yield word[:-2], _ADJECTIVE_FEMININE
        yield word[:-1], _NOUN_YA
    elif last_two in ("ое", "ее"):
        yield word[:-2], _ADJECTIVE_NEUTER
    elif last_two in ("ые", "ие"):
        yield word[:-2], _ADJECTIVE_PLURAL
        yield word[:-1], _NEUTER_E
    elif last in "аяьйоеыи":
        yield from _russian_by_ending(word)
    elif last_two in ("ец", "ок"):
        yield word[:-2] + last, _FLEETING
        yield word, _AFTER_SIBILANT
    elif last not in "уюэ":
        yield word, _AFTER_SIBILANT if last in "жшчщц" else _HARD


def _russian_by_ending(word: str) -> Iterator[tuple[str, Endings]]:
    stem = word[:-1]
    match word[-1]:
        case "а":
            surname = len(word) > 4 and word[-3:-1] in ("ов", "ев", "ин", "ын")
            yield stem, joined(_NOUN_A, _FEMININE_SURNAME) if surname else _NOUN_A
        case "я":
            yield stem, _NOUN_YA
        case "ь":
            yield stem, joined(_SOFT, _SOFT_FEMININE)
        case "й":
            yield stem, _SOFT
        case "о":
            yield stem, _NEUTER_O
        case "е":
            yield stem, _NEUTER_E
        case "ы":
            yield stem, _PLURAL_Y
        case "и":
            yield stem, joined(_PLURAL_Y, _PLURAL_II)


def ukrainian(word: str) -> tuple[tuple[str, Endings], ...]:
    """Return the stems of a Ukrainian name with their endings."""
    return tuple(_ukrainian(word))


def _ukrainian(word: str) -> Iterator[tuple[str, Endings]]:
    last, stem = word[-1], word[:-1]
    if word in _SHORTENED:
        yield _SHORTENED[word], _UK_HARD
    if word.endswith(("ів", "їв")):
        yield word[:-2], _UK_IV
        yield word, _UK_HARD
    elif word.endswith(("ов", "ев", "єв", "ін", "їн", "ин")):
        yield word, _UK_SURNAME
    elif word.endswith(("ий", "ій")):
        yield word[:-2], _UK_ADJECTIVE
        yield stem, _UK_SOFT
    elif last == "а":
        surname = len(word) > 4 and word[-3:-1] in ("ов", "ев", "єв", "ін", "їн")
        adjective = word.endswith(("ська", "цька", "зька", "на"))
        more = [_UK_FEMININE_SURNAME] * surname + [_UK_ADJECTIVE_FEMININE] * adjective
        yield stem, joined(_UK_NOUN_A, *more)
        if stem[-1:] in _SOFTENED:
            yield stem[:-1] + _SOFTENED[stem[-1]], _UK_SOFTENED
    elif last in "яьйоеи":
        yield stem, _UK_BY_ENDING[last]
    elif last not in "іїуюєы":
        yield word, _UK_HARD


_UK_BY_ENDING = {
    "я": _UK_NOUN_YA,
    "ь": joined(_UK_SOFT, _UK_SOFT_FEMININE),
    "й": _UK_SOFT,
    "о": _UK_NEUTER_O,
    "е": _UK_NEUTER_E,
    "и": _UK_PLURAL_Y,
}
