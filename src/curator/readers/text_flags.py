"""Doubts about a text that a person should know of: it is never changed for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from curator.errors import Problem
from curator.i18n import _
from curator.model.reading import ArticleReading

_GUESS = 500
# Names of slots that a template should have filled, tags and entities that a browser should have read.
_LEFTOVER = re.compile(
    r"""\{\{[^{}\n]{1,80}\}\}|\{%[^{}\n]{1,80}%\}|<%=?[^<>\n]{1,80}%>|\$\{[^{}\n]{1,80}\}|%\(\w{1,40}\)[sd]
      |\b(?:phrase|lang|label|trans|i18n|msg)_[a-z]+[\w.]{2,60}|\[/?(?:caption|embed|gallery|vc_\w+|et_pb_\w+)\b[^\[\]\n]{0,200}\]
      |&(?:nbsp|amp|quot|lt|gt|laquo|raquo|mdash|ndash|\#\d{2,5});|</?(?:p|br|div|span|strong|em|a|img|h[1-6]|ul|li)\b[^<>\n]{0,200}>
      |\blorem\ ipsum\b|\bundefined\ undefined\b|\bNaN\b[./-]""",
    re.VERBOSE | re.IGNORECASE,
)
# What translators and sites say of it themselves.
_MACHINE = re.compile(
    r"""translated\ (?:automatically|by\ (?:google|machine|yandex|deepl|ai))
      |(?:machine|automatic(?:ally)?|google)[\s-]translat
      |translate\.goog|avtomatik\ tərcümə|maşın\ tərcüməsi|otomatik\ (?:olarak\ )?çevri|makine\ çevirisi
      |машинн\w+\ перевод|автоматическ\w+\ перев|переведено\ (?:автоматически|с\ помощью)|машинн\w+\ переклад
      |մեքենայական\ թարգմանություն|ავტომატური\ თარგმან|მანქანური\ თარგმან|maschinell\ übersetzt
      |traduction\ automatique""",
    re.VERBOSE | re.IGNORECASE,
)
# One of these stands in whatever the patterns above find; looking for them is a hundred times as quick.
_TAG_SIGNS = ("</", "<p", "<br", "<div", "<s", "<em", "<a", "<img", "<h", "<ul", "<li")
_LEFTOVER_SIGNS = (*_TAG_SIGNS, "{", "<%", "%(", "[", "&", "_", "lorem", "undef", "nan.", "nan/", "nan-")
_MACHINE_SIGNS = (
    *("translat", "tərcüm", "çev", "машинн", "автоматическ", "переведено", "մեքենայական", "თარგმან", "übersetzt"),
    "traduct",
)
_LONG = 60
_OFTEN, _LINES_REPEATED = 3, 3
_LEAST_SHARE = 0.15
_LONGEST_LOOK = 400_000


def flags_of(reading: ArticleReading) -> tuple[Problem, ...]:
    """Return the doubts about a text that was read, the gravest first."""
    return tuple(_found(reading))


def _found(reading: ArticleReading) -> Iterator[Problem]:
    body = reading.body[:_LONGEST_LOOK]
    if any(suggestion.field == "body" for suggestion in reading.suggestions):
        yield Problem(
            "mojibake",
            _("The letters were garbled before the file was made."),
            _("A mended text is suggested. The text itself was not changed."),
        )
    if reading.published and reading.published.confidence < _GUESS:
        yield Problem(
            "date-guess",
            _("The date “%(words)s” can be read in more than one way, or is not whole.")
            % {"words": reading.published.verbatim or reading.published.value},
            _("Compare it with the source."),
        )
    if not reading.title:
        yield Problem("no-title", _("No headline stands above the text."), _("Type a title."))
    if leftover := _quickly(_LEFTOVER, _LEFTOVER_SIGNS, body):
        yield Problem(
            "template-leftover",
            _("“%(words)s” is left over from the page's template.") % {"words": leftover.group()[:60]},
            _("Look what should stand there."),
        )
    if line := _repeated(body):
        yield Problem(
            "repeated-navigation",
            _("“%(words)s” stands in the text several times, as menus do.") % {"words": line[:60]},
            _("Cut what does not belong to the article."),
        )
    everything = "\n".join((body, *(part.text for part in reading.parts if not part.kept)))
    if sign := _quickly(_MACHINE, _MACHINE_SIGNS, everything):
        yield Problem(
            "machine-translation",
            _("“%(words)s”: the text may be a machine's translation.") % {"words": sign.group()[:60]},
            _("Look for the original article."),
        )
    if len(codes := _many(reading)) > 1:
        yield Problem(
            "mixed-languages",
            _("The text is in several languages: %(codes)s.") % {"codes": ", ".join(codes)},
            _("Part it, if it is more than one article."),
        )


def _quickly(pattern: re.Pattern[str], signs: Sequence[str], text: str) -> re.Match[str] | None:
    """Search a text for a pattern if one of its signs (letters as case folding leaves them) is there at all."""
    folded = text.casefold()
    return pattern.search(text) if any(sign in folded for sign in signs) else None


def _repeated(body: str) -> str | None:
    """A line that repeats as menus do: a long one at all, or several short ones often, as verse has refrains."""
    times = Counter(line.strip() for line in body.split("\n") if line.strip())
    long = [line for line, count in times.items() if count > 1 and len(line) >= _LONG]
    often = [line for line, count in times.items() if count >= _OFTEN and any(map(str.isalpha, line))]
    if long:
        return long[0]
    return often[0] if len(often) >= _LINES_REPEATED else None


def _many(reading: ArticleReading) -> Sequence[str]:
    """The languages that each have a good share of the letters, the commonest first."""
    if not reading.languages:
        return ()
    letters: Counter[str] = Counter()
    for code, paragraph in zip(reading.languages, reading.body.split("\n\n"), strict=False):
        letters[code] += len(paragraph)
    total = letters.total()
    return [code for code, count in letters.most_common() if code and count >= _LEAST_SHARE * total]
