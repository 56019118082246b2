"""The names at the head of a copied page: publication, section, byline; only what is marked as such or stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from curator.model.reading import Found
from curator.readers.bylines import names_in
from curator.readers.line_features import Lines
from curator.text.plain import one_line
from curator.text.tokens import folded_words

_BY = re.compile(
    r"^\s*(?:by|written by|author|müəllif|yazan|yazar|автор|текст|հեղինակ|ავტორი|von|par|por|texte?)"
    r"(?:\s*:\s*|\s+)(?=[^\W\d_])",
    re.I,
)
_MOST_WORDS_OF_A_NAME = 6
_MOST_WORDS_OF_A_SECTION = 3
_SMALL_HEAD = 8
_LONGEST_SECTION = 30
# What sections are commonly called.
_SECTION_NAMES = """
News|Politics|Society|Culture|Economy|Business|Sport|Sports|World|Opinion|Region|Health|Science|Education
Xəbərlər|Siyasət|Cəmiyyət|Mədəniyyət|İqtisadiyyat|İqtisad|İdman|Dünya|Gündəm|Hadisə|Təhsil|Səhiyyə
Haberler|Gündem|Siyaset|Toplum|Kültür|Kültür Sanat|Ekonomi|Spor|Yaşam|Eğitim|Sağlık
Новости|Политика|Общество|Культура|Экономика|Спорт|В мире|Мир|Происшествия|Мнения|Наука|Образование|Регионы
Новини|Політика|Суспільство|Економіка|Світ
Լուրեր|Քաղաքականություն|Հասարակություն|Մշակույթ|Տնտեսություն|Սպորտ|Աշխարհ
ახალი ამბები|პოლიტიკა|საზოგადოება|კულტურა|ეკონომიკა|სპორტი|მსოფლიო
"""
_SECTIONS = frozenset(" ".join(folded_words(name)) for name in re.split(r"[|\n]", _SECTION_NAMES) if name)
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*\.[a-z]{2,4})(?:/\S*)?", re.I)


def byline_at(lines: Lines, places: Iterable[int]) -> tuple[int, tuple[Found, ...]] | None:
    """Return the line among `places` that says who wrote, and the names in it."""
    for at in places:
        text = one_line(lines.texts[at])
        if (match := _BY.match(text)) and lines.sizes[at] < 100:
            names = names_in([text[match.end() :]])
            if names and all(name[0].isupper() for name in names):
                return at, tuple(Found(name, "text", 700) for name in names)
    return None


def publication_at(lines: Lines, head: Sequence[int], tail: Iterable[int]) -> tuple[int, Found] | None:
    """Return the line of the head that names the site.

    That is one whose words stand in a line about rights, an address alone, or the first of a small head.

    Args:
        head: the lines above the article that are nothing else, in their order.
        tail: the lines that were cut, all of them.
    """
    rights = [f" {lines.folded[at]} " for at in tail if lines.column("legal")[at]]
    names = [at for at in head if _is_name(lines, at)]
    for at in names:
        if any(f" {lines.folded[at]} " in line for line in rights):
            return at, Found(one_line(lines.texts[at]), "text", 800)
    for at in head:
        if _HOST.fullmatch(lines.texts[at].strip()):
            return at, Found(one_line(lines.texts[at]), "text", 700)
    if names and names[0] == 0 and len(head) <= _SMALL_HEAD and lines.folded[0] not in _SECTIONS:
        return 0, Found(one_line(lines.texts[0]), "text", 600)
    return None


def section_at(lines: Lines, head: Sequence[int], beside: Sequence[int]) -> tuple[int, Found] | None:
    """Return the line that names the section: a usual name, or short and in a menu, too; beside the headline or date.

    Args:
        head: the lines above the article that are nothing else.
        beside: the lines of the headline and the date.
    """
    near = [at for at in head if at - 1 in beside or at + 1 in beside]
    names = [at for at in near if lines.sizes[at] <= _LONGEST_SECTION and _is_name(lines, at, _MOST_WORDS_OF_A_SECTION)]
    if sum(lines.folded[at] in _SECTIONS for at in head) > 1:
        # A menu; what stands below the headline is no part of it.
        names = [at for at in names if at > min(beside)]
    for at in (*filter(lambda at: lines.folded[at] in _SECTIONS, names), *reversed(names)):
        if lines.folded[at] in _SECTIONS or len(head) <= _SMALL_HEAD or lines.folded.count(lines.folded[at]) > 1:
            return at, Found(one_line(lines.texts[at]), "text", 600)
    return None


def _is_name(lines: Lines, at: int, most_words: int = _MOST_WORDS_OF_A_NAME) -> bool:
    text = lines.texts[at].strip()
    if lines.column("chrome first")[at] or lines.column("dated")[at] or lines.column("clock")[at]:
        return False
    words = list(_words(text))
    if not words or len(words) > most_words or lines.column("finished")[at]:
        return False
    return not any(map(str.isdigit, text)) and _may_begin_a_name(words[0][0])


def _may_begin_a_name(letter: str) -> bool:
    """A capital, or a letter of a script that has none; the letters of Georgian count as small ones in Unicode."""
    return not letter.islower() or "\u10d0" <= letter <= "\u10ff"


def _words(text: str) -> Iterator[str]:
    return (word for word in re.findall(r"\w+", text) if word[0].isalpha())
