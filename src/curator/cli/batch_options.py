"""Options that say what all articles of a batch take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from curator.cli.options import text
from curator.operations import review_batch

_Function = TypeVar("_Function", bound=Callable[..., Any])

# Option -> field, and what its help says.
_OPTIONS = {
    "batch": ("title", "What the batch is called."),
    "collection": ("collection", "The collection that all its articles are put into; made when it is new."),
    "collector": ("collector", "Who gathered the material."),
    "publication": ("publication", "The publication, for articles that state none."),
    "language": ("language", "The language (BCP 47), for articles whose language is not known."),
    "rights": ("rights_note", "A note on the rights, for articles that state none."),
    "access": ("access", "Who may see the articles: open, restricted, embargo, closed."),
    "access-reason": ("access_reason", "Why."),
    "access-review": ("access_review", "When that is looked at again; needed with an embargo."),
}
OPTIONS = {option: field for option, (field, _words) in _OPTIONS.items()}


def batch_options(function: _Function) -> _Function:
    """Add the options; what is typed comes as `batch_title`, `batch_collection` ... by the name of the field."""
    for option, (field, words) in reversed(_OPTIONS.items()):
        metavar = option.upper().replace("-", "_")
        added = click.option(f"--{option}", f"batch_{field}", type=text, metavar=metavar, help=words)
        function = added(function)
    return function


def typed_defaults(options: Mapping[str, str | None]) -> dict[str, str]:
    """Return the values of a batch as they were understood; CuratorError naming the field, when one is not."""
    given = {name.removeprefix("batch_"): words for name, words in options.items()}
    read = review_batch.understood_defaults(given)
    review_batch.refuse_endless_embargo(read)
    return read
