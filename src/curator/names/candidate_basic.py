"""The basic form of a new name: its endings taken off, where the rules tell surely what is left.

Source: as for `endings.py`. A surname alone in Russian or Ukrainian stays as it is: Сидорова is a man's or a woman's.
"""

from __future__ import annotations

import re

from curator.model.authority import AuthorityKind
from curator.names.candidate_roles import GIVEN, KNOWN, ORGANISATION, PLACE, Roles
from curator.names.endings import inflected
from curator.names.event_forms import agreeing, gender, like
from curator.names.grammatical_cases import FEMININE
from curator.text.fold import fold

_LISTED = KNOWN | ORGANISATION | PLACE
_LONGEST_ENDING = 8
_TURKIC_SURNAME = re.compile(r".+(?:ov|ev|ova|eva|zade|l[iu]|oglu|soy|gil)")
_ARMENIAN_SURNAME = re.compile(r"(.+(?:յան|եան|յանց|եանց|ունի|սկի|իձե|շվիլի))(?:ը|ն|ի|ին|ից|ով|ում|է|էն)")
_ARTICLE = re.compile(r"(.+[^աեէըիոուօ])ը")
_ARMENIAN_IN_IA = re.compile("(.+իա)(?:ն|յի|յին|յից|յով|յում)")
_GEORGIAN = (
    (re.compile(r"(.+შვილ)(?:მა|ის|ისთვის|ისგან|ს|სა|თან|ით|ო|იც|მაც|სთან)"), "ი"),
    (re.compile(r"(.+ძ)(?:ემ|ეს|ის|ისთვის|ისგან|ესთან|ეც|ემაც)"), "ე"),
    (re.compile(r"(.+(?:ავა|უა|ია|აია))(?:მ|ს|სთან|ც|მაც)"), ""),
    (re.compile(r"(.+(?:იან|ურ|ულ))(?:მა|ის|ს|თან|ით)"), "ი"),
)
# A man's surname and patronymic, a woman's; and with what they end in the basic form.
_MAN = (
    (re.compile(r"(.+(?:ов|ев|ёв|єв|ин|ын|ін|їн))(?:а|у|ым|им|ом|е|і|ові)"), ""),
    (re.compile(r"(.+[сц]к)(?:ого|ому|им|ом)"), "ий"),
    (re.compile(r"(.+[сц]ьк)(?:ого|ому|им|ім)"), "ий"),
    (re.compile(r"(.+н)(?:ого|ому|ым)"), "ый"),
    (re.compile(r"(.+енк)(?:а|у|ом|ові|овi)"), "о"),
    (re.compile(r"(.+[бвгджзклмнпрстфхцчшщ])(?:а|у|ом|ем|е|ові|еві|і)"), ""),
)
_WOMAN = (
    (re.compile(r"(.+вн)(?:ы|е|у|ой|и|і|ою)"), "а"),
    (re.compile(r"(.+(?:ов|ев|ёв|єв|ин|ын|ін|їн))(?:ой|ою|у|ої|ій)"), "а"),
    (re.compile(r"(.+[сц]к)(?:ой|ую)"), "ая"),
    (re.compile(r"(.+[сц]ьк)(?:ої|ій|у|ою)"), "а"),
    (re.compile(r"(.+н)(?:ой|ую)"), "ая"),
)
_MEN_IN_A = frozenset(fold(name) for name in ("Илья", "Никита", "Ілля", "Микита", "Мустафа", "Муса", "Микола", "Важа"))


def basic_name(name: str, kind: AuthorityKind, roles: Roles) -> str:
    """Return a name without the endings that a sentence gives it.

    Args:
        name: as it stands in a text, one space between words.
        roles: of words in the languages of the text.
    """
    words = name.split(" ")
    letter = fold(words[-1])[:1]
    if "\u0400" <= letter <= "\u052f":
        return " ".join(_slavic(words, kind, roles))
    words[-1] = _last_word(words[-1], kind, roles)
    return " ".join(words)


def _last_word(word: str, kind: AuthorityKind, roles: Roles) -> str:
    folded = fold(word)
    listed = roles.listed(folded, GIVEN if kind == "person" else _LISTED)
    if listed:
        return like(word, listed)
    if kind != "person" and not "\u0561" <= folded[0] <= "\u0587":
        return word
    if folded.isascii():
        return _turkic_surname(word, folded) if roles.has_endings else word
    if "\u10d0" <= folded[0] <= "\u10ff":
        return _replaced(word, _GEORGIAN)
    found = _ARMENIAN_SURNAME.fullmatch(word) or _ARTICLE.fullmatch(word) or _ARMENIAN_IN_IA.fullmatch(word)
    return found[1] if found else word


def _turkic_surname(word: str, folded: str) -> str:
    if _TURKIC_SURNAME.fullmatch(folded) or len(word) != len(folded):
        return word
    for end in range(len(word) - 1, max(3, len(word) - _LONGEST_ENDING), -1):
        if not _TURKIC_SURNAME.fullmatch(folded[:end]):
            continue
        for stem, endings in inflected(folded[:end], word[:end], "turkic"):
            if len(stem) == end and FEMININE not in endings.get(folded[end:], (FEMININE,)):
                return word[:end]
    return word


def _slavic(words: list[str], kind: AuthorityKind, roles: Roles) -> list[str]:
    if kind == "person":
        return _slavic_person(words, roles)
    heads = PLACE if kind == "place" else ORGANISATION
    head = next((at for at, word in enumerate(words) if roles.listed(fold(word), heads)), None)
    if head is None:
        listed = roles.listed(fold(words[0]), KNOWN) if len(words) == 1 else ""
        return [like(words[0], listed)] if listed else words
    lemma = roles.listed(fold(words[head]), heads)
    code = "uk" if "uk" in roles.codes and "ru" not in roles.codes else "ru"
    before = [agreeing(word, code, gender(lemma)) if head == at + 1 else word for at, word in enumerate(words[:head])]
    return [*before, like(words[head], lemma), *words[head + 1 :]]


def _slavic_person(words: list[str], roles: Roles) -> list[str]:
    given = next((at for at, word in enumerate(words) if roles[fold(word)] & GIVEN), None)
    if given is None:
        return words
    lemma = roles.listed(fold(words[given]), GIVEN)
    if not lemma or fold(lemma) == fold(words[given]):
        return words
    is_woman = lemma[-1] in "аяь" and fold(lemma) not in _MEN_IN_A and lemma != "Игорь"
    rules = _WOMAN if is_woman else _MAN
    return [like(word, lemma) if at == given else _replaced(word, rules) for at, word in enumerate(words)]


def _replaced(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, ending in rules:
        found = pattern.fullmatch(word)
        if found:
            return found[1] + ending
    return word
