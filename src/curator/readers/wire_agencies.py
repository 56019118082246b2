"""News agencies named in a dateline: "KATHMANDU, April 25 (Reuters) - ...", "Bakı. 25 aprel. AZƏRTAC. ..."."""

from __future__ import annotations

import re

from curator.model.reading import Found
from curator.text.fold import fold

_NAMES = """
Reuters|Associated Press|AP|Agence France-Presse|AFP|dpa|EFE|ANSA|UPI|Xinhua|Kyodo|Bloomberg|ТАСС|TASS|Интерфакс
Interfax|РИА Новости|RIA Novosti|АЗЕРТАДЖ|AZƏRTAC|APA|Report|Trend|Turan|Anadolu Ajansı|AA|DHA|İHA|ANKA|Արմենպրես
ARMENPRESS|Арменпресс|ARKA|ინტერპრესნიუსი|InterPressNews|IPN|Укрінформ|Укринформ|Ukrinform|УНІАН|УНИАН|UNIAN
Интерфакс-Украина|Інтерфакс-Україна
"""
_KNOWN = frozenset(fold(name) for line in _NAMES.strip().split("\n") for name in line.split("|"))
# In brackets or between the signs of a dateline, before the report begins.
_IN_BRACKETS = re.compile(r"\(([^()]{2,25})\)")
_BETWEEN_SIGNS = re.compile(r"(?<=[.,] )([^.,:]{2,25})(?=[.,:] )")
_LONGEST_DATELINE = 80


def wire_agency(opening: str) -> tuple[Found, ...]:
    """Return the agency that the dateline of a report names, as its byline; () where there is none.

    Args:
        opening: the first paragraph of the report.
    """
    dateline = opening[:_LONGEST_DATELINE]
    for pattern in (_IN_BRACKETS, _BETWEEN_SIGNS):
        for match in pattern.finditer(dateline):
            if fold(match[1]) in _KNOWN:
                return (Found(match[1], "text", 500, match.group()),)
    return ()
