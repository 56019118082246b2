"""Grammatical cases and forms, as they are told to people."""

from __future__ import annotations

from collections.abc import Mapping

from curator.i18n import N_, _

# What may follow a stem, and the cases that it can stand for, the likeliest first.
Endings = Mapping[str, tuple[str, ...]]

# The form of a name without an ending, where it is not the one on record (Georgian before a surname).
STEM = "stem"
# After words that end in a possessive already (Gəncə şəhərində): only for names of several words.
COMPOUND = "compound"
FEMININE = "feminine"

_WORDS = {
    "nom": N_("nominative"),
    "gen": N_("genitive"),
    "dat": N_("dative"),
    "acc": N_("accusative"),
    "loc": N_("locative"),
    "abl": N_("ablative"),
    "ins": N_("instrumental"),
    "erg": N_("ergative"),
    "voc": N_("vocative"),
    "adv": N_("adverbial"),
    "def": N_("with the article"),
    "post": N_("with a postposition"),
    "poss": N_("possessive"),
    "pred": N_("as a predicate"),
    "plural": N_("plural"),
    "also": N_("with “also”"),
    STEM: N_("without its ending"),
    FEMININE: N_("the surname of a woman"),
}


def case_words(cases: tuple[str, ...]) -> str:
    """Return cases in words ("genitive or accusative"); empty for the form on record."""
    named = [_(_WORDS[case]) for case in cases if case in _WORDS]
    return _(" or ").join(dict.fromkeys(named))


def joined(*tables: Endings) -> dict[str, tuple[str, ...]]:
    """Return several tables of endings as one; where they share an ending, it has the cases of both."""
    found: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for ending, cases in table.items():
            found[ending] = tuple(dict.fromkeys((*found.get(ending, ()), *cases)))
    return found


def table(words: str) -> dict[str, tuple[str, ...]]:
    """Return endings from lines such as "gen: а я"; `-` stands for no ending at all."""
    found: dict[str, tuple[str, ...]] = {}
    for line in words.strip().splitlines():
        case, _colon, endings = line.strip().partition(": ")
        for ending in endings.split():
            ending = ending.replace("-", "")
            found[ending] = (*found.get(ending, ()), case)
    return found
