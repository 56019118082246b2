"""What the sample archive is made of, as `resources/sample/` says it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from curator import paths
from curator.model.authority import KINDS, AuthorityKind

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SampleName:
    """A name on record.

    Args:
        forms: language -> the form that it prefers; all stand in parallel.
        variants: other names, each with its language or "".
        broader: names of the same kind.
        related: other names, each with the type of the relation.
        scope: its scope note.
    """

    kind: AuthorityKind
    name: str
    dates: str | None = None
    note: str = ""
    forms: dict[str, str] = field(default_factory=dict)
    variants: tuple[Pair, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[Pair, ...] = ()
    scope: str = ""
    wikidata: str = ""


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """A file of the sample, and what is done to the article made from it.

    Args:
        language: that it is written in, for the tests: the archive finds it out by itself.
        fields: what its description is set to, as typed.
        passages: words of the text, each with the name to tag them with.
        notes: words of the text, each with a note on them.
    """

    file: str
    language: str
    fields: dict[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    passages: tuple[Pair, ...] = ()
    notes: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class SampleCollection:
    """A collection, by its path, and the files whose articles are in it."""

    title: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SampleSearch:
    """A saved search."""

    title: str
    query: str
    sort: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """All that the sample archive is made of; names are unique, whatever their kind."""

    folder: Path
    title: str
    names: tuple[SampleName, ...]
    articles: tuple[SampleArticle, ...]
    collections: tuple[SampleCollection, ...]
    searches: tuple[SampleSearch, ...]


def read_sample(folder: Path | None = None) -> Sample:
    """Return what `names.toml` and `sample.toml` in `folder` say; Curator's own sample unless given."""
    folder = folder or paths.resources() / "sample"
    names: dict[str, Any] = tomllib.loads((folder / "names.toml").read_text("utf-8"))
    plan: dict[str, Any] = tomllib.loads((folder / "sample.toml").read_text("utf-8"))
    return Sample(
        folder,
        plan["title"],
        tuple(SampleName(kind, **_frozen(each)) for kind in KINDS for each in names[kind]),
        tuple(SampleArticle(**_frozen(each)) for each in plan["article"]),
        tuple(SampleCollection(**_frozen(each)) for each in plan["collection"]),
        tuple(SampleSearch(**each) for each in plan["search"]),
    )


def _frozen(table: dict[str, Any]) -> dict[str, Any]:
    """Return a table with its lists, and those in them, as tuples."""
    return {key: _tuple(value) if isinstance(value, list) else value for key, value in table.items()}


def _tuple(values: list[Any]) -> tuple[Any, ...]:
    return tuple(tuple(value) if isinstance(value, list) else value for value in values)
