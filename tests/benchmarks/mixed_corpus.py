"""Articles of about 600 words made of the sentences of real ones, with words of other languages mixed in.

The words come in the frequencies of a language, and each article is another, so that an index of 100,000 of them has as
many postings as one of 100,000 real ones. The same number always makes the same article.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

_SENTENCE = re.compile(r"[^.!?]+[.!?]")
_WORDS = 600
# One in so many words is of another language.
_ONE_IN = 12
# Azerbaijani, Turkish, Russian, Armenian; with suffixes, as they stand in texts.
_MIXED = """
    şəhər şəhərin şəhərdə kənd kəndlər Gəncə Gəncənin Şuşa müharibə müharibədən sülh kitabxana kitabxanada məktəb
    qəzet qəzetdə arxiv arxivin sənəd sənədlər xatirə xatirələr yaddaş ağsaqqal köçkün köçkünlər sərhəd dağ çay körpü
    şehir şehrin köy köyde savaş barış kütüphane gazete gazetede belge belgeler hatıra göç göçmenler sınır dağlar
    город города городе деревня война войны мир библиотека библиотеке газета газеты архив архива документы память
    беженцы граница горы река мост рынок школа учитель улица дом дома письмо письма
    քաղաք քաղաքի գյուղ գյուղում պատերազմ պատերազմի խաղաղություն գրադարան գրադարանում թերթ արխիվ փաստաթղթեր
    հիշողություն սահման լեռներ գետ կամուրջ շուկա դպրոց ուսուցիչ փողոց տուն նամակ նամակներ Երևան Երևանի
""".split()  # noqa: SIM905 - a list of so many is hard to read


def sentences(path: Path) -> list[str]:
    """Return the sentences of the articles in a file of JSON Lines with "body", compressed by gzip."""
    found = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            body = " ".join((json.loads(line)["body"] or "").split())
            found += [match.group().strip() for match in _SENTENCE.finditer(body)]
    return found


def articles(known: list[str], count: int, first: int = 1) -> Iterator[tuple[int, str, str]]:
    """Yield (number, title, body) of `count` articles."""
    for number in range(first, first + count):
        draw = random.Random(number)
        words: list[str] = []
        while len(words) < _WORDS:
            words += draw.choice(known).split(" ")
        for _each in range(len(words) // _ONE_IN):
            words.insert(draw.randrange(len(words) + 1), draw.choice(_MIXED))
        yield number, " ".join(words[:8]), " ".join(words)
