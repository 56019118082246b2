"""How dates, languages and kinds are called on the pages of a site."""

from __future__ import annotations

from curator.errors import CuratorError
from curator.i18n import N_, _
from curator.model.authority import AuthorityKind
from curator.model.date_phrases import describe
from curator.model.dates import parse_edtf
from curator.writers.site.listing import UNCERTAIN, UNDATED

KIND_TITLES: dict[AuthorityKind, str] = {
    "person": N_("People"),
    "organisation": N_("Organisations"),
    "event": N_("Events"),
    "place": N_("Places"),
    "theme": N_("Themes"),
}
KIND_NAMES: dict[AuthorityKind, str] = {
    "person": N_("Person"),
    "organisation": N_("Organisation"),
    "event": N_("Event"),
    "place": N_("Place"),
    "theme": N_("Theme"),
}
ACCESS = {
    "restricted": N_("restricted"),
    "embargo": N_("under embargo"),
    "closed": N_("closed"),
}
_LANGUAGES = {
    "ar": N_("Arabic"),
    "az": N_("Azerbaijani"),
    "de": N_("German"),
    "el": N_("Greek"),
    "en": N_("English"),
    "es": N_("Spanish"),
    "fa": N_("Persian"),
    "fr": N_("French"),
    "he": N_("Hebrew"),
    "hy": N_("Armenian"),
    "it": N_("Italian"),
    "ka": N_("Georgian"),
    "kk": N_("Kazakh"),
    "ku": N_("Kurdish"),
    "pl": N_("Polish"),
    "pt": N_("Portuguese"),
    "ru": N_("Russian"),
    "tr": N_("Turkish"),
    "uk": N_("Ukrainian"),
    "uz": N_("Uzbek"),
}


def date_words(edtf: str | None) -> str:
    """Return a date in words, in the user's language; "undated" for None."""
    if edtf is None:
        return _("undated")
    try:
        return describe(parse_edtf(edtf))
    except CuratorError:  # somebody else's archive may hold what we do not read
        return edtf


def language_words(code: str | None) -> str:
    """Return the name of a language by its code (BCP 47), or the code."""
    if code is None:
        return _("Language unknown")
    name = _LANGUAGES.get(code.split("-")[0].lower())
    return code if name is None else _(name)


def year_words(year: str) -> str:
    """Return the heading of a year's list."""
    if year == UNDATED:
        return _("Undated")
    if year == UNCERTAIN:
        return _("Year uncertain")
    return date_words(year)
