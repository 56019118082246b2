"""Words in the user's language: gettext for the core, the command line and the window alike."""

from __future__ import annotations

import gettext
import locale
import os
from functools import lru_cache

from curator.paths import resources


@lru_cache(maxsize=1)
def _catalogue() -> gettext.NullTranslations:
    wanted = [name for name in os.environ.get("LANGUAGE", "").split(":") if name]
    if not wanted:
        wanted = [os.environ.get(key, "") for key in ("LC_ALL", "LC_MESSAGES", "LANG")]
        wanted = [name.split(".")[0] for name in wanted if name][:1] or [locale.getlocale()[0] or "en"]
    return gettext.translation("curator", str(resources() / "locale"), languages=wanted, fallback=True)


def language() -> str:
    """Return the language (BCP 47 or POSIX) in which Curator speaks, "en" where there is no translation."""
    return _catalogue().info().get("language", "en")


def _(message: str) -> str:
    """Return `message` (str) in the user's language, or as it is when there is no translation."""
    return _catalogue().gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the form of a message that fits `number` (a count) in the user's language."""
    return _catalogue().ngettext(singular, plural, number)


def N_(message: str) -> str:  # noqa: N802 - the name that extraction tools know
    """Mark `message` for translation without translating it now (labels that are stored)."""
    return message
