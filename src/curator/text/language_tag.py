"""Language tags: well-formed and in their usual capitals (BCP 47, RFC 5646)."""

from __future__ import annotations

import re

# RFC 5646, 2.1, without the grandfathered tags, all of which have newer forms or no use.
_TAG = re.compile(
    r"""(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})     # language, extended language
        (?:-[a-z]{4})?                                  # script
        (?:-(?:[a-z]{2}|[0-9]{3}))?                     # region
        (?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*        # variants
        (?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*            # extensions
        (?:-x(?:-[a-z0-9]{1,8})+)?                      # private use
      | x(?:-[a-z0-9]{1,8})+""",
    re.VERBOSE,
)
_LONGEST = 100


def language_tag(text: str) -> str | None:
    """Return a language tag in its usual capitals ("az-Latn-AZ"), or None when it is not well-formed.

    Whether the subtags are registered is not looked at.

    Args:
        text: the tag in any capitals; an underscore is taken for a hyphen.

    Source: RFC 5646, 2.1 (syntax) and 2.1.1 (capitals).
    """
    tag = text.strip().lower().replace("_", "-")
    if len(tag) > _LONGEST or not tag.isascii() or not _TAG.fullmatch(tag):
        return None
    parts = tag.split("-")
    for at, part in enumerate(parts[1:], 1):
        if len(parts[at - 1]) == 1:
            break
        if len(part) == 4 and part.isalpha():
            parts[at] = part.title()
        elif len(part) == 2 and part.isalpha():
            parts[at] = part.upper()
    return "-".join(parts)
