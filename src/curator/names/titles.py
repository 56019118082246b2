"""Titles, offices and forms of address that stand before or after names; never part of a match."""

from __future__ import annotations

from functools import lru_cache

from curator.names.vocabulary import Lookup, Vocabulary
from curator.text.tokens import tokens

# A line for each language; a title of several words is known by its last.
_TITLES = """
mr mrs ms miss dr prof professor sir president minister chancellor deputy senator governor mayor ambassador general
 colonel major captain judge director chairman chairwoman editor journalist spokesman spokeswoman academician comrade
cənab xanım bəy prezident nazir deputat səfir general polkovnik direktor sədr müəllim professor akademik jurnalist
sayın bay bayan cumhurbaşkanı başbakan bakan bakanı milletvekili vali büyükelçi müdür başkan başkanı gazeteci
господин госпожа президент премьер министр депутат посол генерал полковник директор председатель академик профессор
 журналист товарищ губернатор мэр сенатор судья доктор
пан пані президент прем'єр міністр депутат посол генерал полковник директор голова академік професор журналіст
պարոն տիկին նախագահ վարչապետ նախարար պատգամավոր դեսպան գեներալ գնդապետ տնօրեն պրոֆեսոր ակադեմիկոս լրագրող
ბატონი ქალბატონი პრეზიდენტი პრემიერი მინისტრი დეპუტატი ელჩი გენერალი პოლკოვნიკი დირექტორი პროფესორი აკადემიკოსი
"""
# Between a given name and a surname, or after a given name.
_BETWEEN = "bəy xanım ağa əfəndi müəllim bey hanım efendi"


def is_title(word: str) -> bool:
    """Return whether a folded word of a text, in any case, is a title or an office."""
    return bool(_titles()[word])


def is_honorific(word: str) -> bool:
    """Return whether a folded word may stand between a given name and a surname (Leyla xanım Orlu)."""
    return word in _honorifics()


@lru_cache(maxsize=1)
def _titles() -> Lookup:
    vocabulary = Vocabulary()
    for start, end, word in tokens(_TITLES):
        vocabulary.add(word, _TITLES[start:end])
    return vocabulary.lookup()


@lru_cache(maxsize=1)
def _honorifics() -> frozenset[str]:
    return frozenset(word for _start, _end, word in tokens(_BETWEEN))
