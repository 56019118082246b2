"""From the word for an event to the whole of its name: what belongs to it before and after."""

from __future__ import annotations

from typing import NamedTuple

from curator.names.event_places import EventPlaces
from curator.names.event_words import DATED, LASTING, NAMED, listed

_SLAVIC = listed("ru uk")
_OF = {"en": listed("of"), "ru": listed("от"), "uk": listed("від")}
# Before the name of a place, where a battle was.
_AT = {
    "ru": listed("за под при на в у"),
    "uk": listed("за під при на в у"),
    "en": listed("of"),
}
_FOUGHT = frozenset(
    [
        "битва",
        "сражение",
        "резня",
        "погром",
        "погромы",
        "землетрясение",
        "трагедия",
        "оборона",
        "облога",
        "різанина",
        "погроми",
        "землетрус",
    ]
)
_OF_SOMETHING = frozenset(
    ["battle", "siege", "treaty", "declaration", "massacre", "war", "congress", "convention", "statement", "revolution"]
)
_ANNIVERSARIES = listed("anniversary jubilee годовщина юбилей річниця ювілей")
_FURTHEST, _SHORTEST_NAME = 7, 4
_LONGEST_NAME_AFTER = 4


class Extent(NamedTuple):
    """The words of the name of an event.

    Args:
        first: its first word, `last` its last.
        reason: "days", "number", "date" or "name".
        marks: how many signs of an event there are.
    """

    first: int
    last: int
    reason: str
    marks: int


class ExtentFinder:
    """Finds how far the name of an event goes, in one text by one grammar."""

    def __init__(self, places: EventPlaces) -> None:
        self._places, self._words, self._language = places, places.words, places.language

    def extent(self, at: int) -> Extent | None:
        """Return the name around a word for an event; None where it is no name."""
        head = self._language.head(self._words.words[at])
        if head is None or (self._words.is_hyphenated(at) and self._language.code != "turkic"):
            return None
        basic, strength, _cases = head
        first, marks = self._before(at, strength)
        last, after = self._after(at, basic) if not self._language.dates_first else (at, set())
        if after and first == at:
            first = self._with_kind(at)
        marks |= after
        if not self._is_enough(at, basic, strength, marks, first):
            return None
        reason = next((each for each in ("days", "number", "date") if each in marks), "name")
        return Extent(first, last, reason, len(marks))

    def _is_enough(self, at: int, basic: str, strength: str, marks: set[str], first: int) -> bool:
        if not marks or (marks == {"number"} and (not self._is_titled(at) or strength != LASTING)):
            return False
        if self._language.code == "turkic" and not self._fits_turkic(at, basic, marks, first):
            return False
        if basic in _ANNIVERSARIES:
            return {"number", "of"} <= marks
        if strength != DATED and {"number", "kind"} <= marks:
            return True
        if marks & {"days", "date"}:
            return "days" not in marks or strength == LASTING or len(marks) > 1
        if strength == DATED:
            return "of" not in marks and (self._is_titled(at) or {"number", "name"} <= marks)
        return bool(marks & {"name", "number", "of"})

    def _is_titled(self, at: int) -> bool:
        """Return whether the word for the event has a capital of its own."""
        words = self._words
        return self._language.code != "ka" and words.is_capital(at) and not words.begins_sentence(at)

    def _fits_turkic(self, at: int, basic: str, marks: set[str], first: int) -> bool:
        """Return whether the possessive ending is there that joins a noun with the noun before it."""
        if "days" in marks or basic[-1] in "ıiuüsv" or basic.endswith(("ları", "ləri", "leri")):
            return True
        between = self._words.words[first:at]
        return "tarixli" in between or "tarihli" in between or "number" in marks

    def _before(self, at: int, strength: str) -> tuple[int, set[str]]:
        """Return the first word of the name, and what signs stand before its head."""
        places, marks, first, here = self._places, set[str](), at, at - 1
        while here >= 0 and at - here <= _FURTHEST and places.is_joined(here):
            date = places.date_to(here)
            if date:
                if date.is_when or "date" in marks or self._language.code in _SLAVIC:
                    break
                marks.add("date")
                first, here = date.first, date.first - 1
                continue
            lasting = self._lasting(here)
            if lasting is not None:
                marks.add("days")
                first, here = lasting, lasting - 1
                continue
            found = self._part_before(here, here == at - 1 and strength == NAMED)
            if not found:
                break
            if found != "between":
                marks |= {found, "kind"} if found == "number" and here < first - 1 else {found}
                first = here = self._number_start(here) if found == "number" else here
            here -= 1
        return first, marks

    def _with_kind(self, at: int) -> int:
        """Return the first word with those before the head that say of what kind it is (ceasefire, президентские)."""
        while self._places.is_joined(at - 1) and self._words.words[at - 1].startswith(self._language.kinds):
            at -= 1
        return at

    def _number_start(self, at: int) -> int:
        """Return where an ordinal begins: "2-ci" has its number in the word before."""
        return at - 1 if self._words.is_hyphenated(at - 1) and self._words.words[at - 1].isdigit() else at

    def _lasting(self, here: int) -> int | None:
        """Return the first word of "44-day" that ends at a word."""
        words = self._words
        if not words.words[here].startswith(self._language.lasting):
            # In Russian and Armenian a number in letters is part of the word: шестидневная, վեցօրյա.
            joined = self._language.code in ("ru", "uk", "hy", "ka") and any(
                stem in words.words[here][2:] for stem in self._language.lasting
            )
            return here if joined and not words.begins_sentence(here) else None
        if here > 0 and (words.is_hyphenated(here - 1) or words.is_spaced(here - 1)):
            before = words.words[here - 1]
            if before.isdigit() and len(before) <= 4:
                return here - 1
            spelled = self._language.code == "en" and words.is_hyphenated(here - 1)
            altogether = self._language.code == "turkic" and before in _TURKIC_NUMBERS
            if spelled or altogether:
                return here - 1
        return None

    def _part_before(self, here: int, may_begin: bool) -> str:
        """Return what a word before the head is for its name: "number", "name", "between", or nothing.

        Args:
            may_begin: whether a capital that begins a sentence is enough for a name.
        """
        words, language = self._words, self._language
        word = words.words[here]
        if (language.is_ordinal(word) and self._may_be_ordinal(here)) or self._is_numeric_ordinal(here):
            return "number"
        if language.lookup[word] and not words.is_capital(here):
            return "between" if language.is_between(word) else ""
        if word.isdigit() or self._places.is_in_case(here):
            return ""
        if language.code == "ka":
            joined = words.is_hyphenated(here) or words.is_hyphenated(here - 1)
            return "name" if joined and len(word) > 3 else "between"
        if self._places.is_name(here) and self._may_be_attribute(here):
            return "name"
        if language.is_between(word) and not (words.is_capital(here) and "ск" in word):
            return "between"
        return "name" if may_begin and self._may_begin(here) else ""

    def _may_begin(self, here: int) -> bool:
        """Return whether a word that begins a sentence can be a name by its form alone."""
        words, code = self._words, self._language.code
        if not words.begins_sentence(here) or not words.is_capital(here) or len(words.words[here]) < _SHORTEST_NAME:
            return False
        if words.is_ordinary(words.words[here]):
            return False
        return code in ("turkic", "hy") or (
            code in _SLAVIC and ("ск" in words.words[here] or "цьк" in words.words[here])
        )

    def _may_be_attribute(self, here: int) -> bool:
        """Return whether a name can stand before a noun: in Russian and Ukrainian an adjective, or joined."""
        if self._language.code not in _SLAVIC or self._words.words[here].endswith(self._language.between_ends):
            return True
        return self._words.is_hyphenated(here) or self._words.is_hyphenated(here - 1)

    def _may_be_ordinal(self, here: int) -> bool:
        word, code = self._words.words[here], self._language.code
        if code in _SLAVIC:
            return word.endswith(self._language.between_ends) and len(word) <= 10
        if code in ("en", "turkic") and len(word) <= 3:
            return self._words.raw[here].isupper()
        return word in self._language.ordinals

    def _is_numeric_ordinal(self, here: int) -> bool:
        """Return whether a word is the ending of a number written in digits ("2-ci", "2-я"), or both ("2nd")."""
        words = self._words
        word = words.words[here]
        if word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th")):
            return True
        short = len(word) <= 3 and not words.is_capital(here) and words.is_hyphenated(here - 1)
        return short and words.words[here - 1].isdigit() and len(words.words[here - 1]) <= 3

    def _after(self, at: int, basic: str) -> tuple[int, set[str]]:
        """Return the last word of the name, and what signs stand after its head: of 1994, of X, под Москвой."""
        places, words, code = self._places, self._words, self._language.code
        last, marks = at, set[str]()
        here = at + 1
        if here >= len(words) or not words.is_spaced(at):
            return last, marks
        word = words.words[here]
        if code == "en" and word in ("i", "ii", "iii") and words.is_capital(at) and words.raw[here].isupper():
            return here, {"number", "kind"}
        date = places.date_from(here + (word in _OF[code]) + self._article(here + 1 if word in _OF[code] else here))
        if date and (code in _SLAVIC or word in _OF[code]):
            return date.last, {"date"}
        if code == "en" and not (words.is_capital(at) and date):
            titled = basic in _OF_SOMETHING and word in _OF[code]
            return self._name_after(at, here, titled or basic in _ANNIVERSARIES)
        if date and code == "en":
            return date.last, {"date"}
        return self._slavic_after(at, basic, here)

    def _slavic_after(self, at: int, basic: str, here: int) -> tuple[int, set[str]]:
        words, code = self._words, self._language.code
        if words.words[here] in _AT[code]:
            if basic not in _FOUGHT:
                return at, set()
            here += 1
        last = self._capitals_from(here)
        if last is None:
            return at, set()
        date = self._places.date_from(last + 1) if words.is_spaced(last) else None
        return (
            (date.last, {"name", "date"}) if date else (last, {"name"} if basic in _FOUGHT or here == at + 1 else set())
        )

    def _name_after(self, at: int, here: int, may: bool) -> tuple[int, set[str]]:
        words = self._words
        if words.words[here] not in _OF["en"]:
            return at, set()
        start = here + 1 + self._article(here + 1)
        last = self._capitals_from(start)
        if last is None:
            return at, set()
        date_at = last + 1 + (last + 1 < len(words) and words.words[last + 1] in ("of", "in"))
        date = self._places.date_from(date_at) if words.is_spaced(last) else None
        titled = words.is_capital(at)
        if date and (may or titled):
            return date.last, {"of", "date"}
        return (last, {"of"}) if may else (at, set())

    def _article(self, here: int) -> int:
        return int(self._language.code == "en" and here < len(self._words) and self._words.words[here] == "the")

    def _capitals_from(self, here: int) -> int | None:
        """Return the last of the words with capitals from a place on."""
        words, last = self._words, None
        while here < len(words) and self._places.is_name(here) and not words.begins_sentence(here):
            last = here
            if last - here > _LONGEST_NAME_AFTER or not self._places.is_joined(here):
                break
            here += 1
        return last


_TURKIC_NUMBERS = listed("uc dort besh bes alti yeddi yedi sekkiz sekiz doqquz dokuz on iki")
