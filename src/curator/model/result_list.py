"""A frozen list: what a query found at one moment, and the hash by which it can be checked and cited."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

FORM = "curator-list 1"


@dataclass(frozen=True, slots=True)
class ResultList:
    """A frozen list.

    Args:
        query: as it was typed; `filters`: JSON of what was chosen besides, None for nothing.
        sort: an order of `find.Sort`.
        frozen_at: ISO 8601 in UTC.
        total: how many articles.
        sha256: of the canonical form (`digest`).
    """

    id: int
    uid: str
    title: str
    query: str
    filters: str | None
    sort: str
    frozen_at: str
    frozen_by: str
    total: int
    sha256: str
    note: str | None


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article of a frozen list as it was then.

    Args:
        position: from 1.
        article_id: None once it was erased for good; then there is no title, date or hash either.
        published: EDTF.
        body_hash: SHA-256 of its text.
    """

    position: int
    article_uid: str
    article_id: int | None
    title: str | None
    published: str | None
    body_hash: str | None


def digest(
    query: str, filters: str | None, sort: str, frozen_at: str, frozen_by: str, article_uids: Sequence[str]
) -> str:
    """Return the SHA-256 (hexadecimal) of the canonical form of a list.

    The form is UTF-8 text, each line ended by LF: the name of the form, then query, filters, order, time and person
    as JSON strings (null for no filters; no character escaped but by need), the number of articles, and the uid of
    each article in their order. Titles and dates are not in it, so that it holds when an article is erased.
    """
    head = [json.dumps(value, ensure_ascii=False) for value in (query, filters, sort, frozen_at, frozen_by)]
    lines = [FORM, *head, str(len(article_uids)), *article_uids]
    return hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
