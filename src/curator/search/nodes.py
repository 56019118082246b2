"""The tree of a parsed query: frozen nodes, each with its place in the query as it was typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

TextField: TypeAlias = Literal["text", "title"]
Node: TypeAlias = "Word | Phrase | Prefix | And | Or | Not | Every | FieldTerm"


@dataclass(frozen=True, slots=True)
class Word:
    """Articles that hold a word.

    Args:
        folded: the word, folded by `curator.text.fold`.
        start, end: its place in the query (code points, end excluded); so in all nodes.
        field: "text" for title and body, "title" for the title alone.
    """

    folded: str
    start: int = 0
    end: int = 0
    field: TextField = "text"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Articles that hold the folded `words`, at least two, one right after the other in title or body."""

    words: tuple[str, ...]
    start: int = 0
    end: int = 0
    field: TextField = "text"


@dataclass(frozen=True, slots=True)
class Prefix:
    """Articles that hold a word beginning with `folded`."""

    folded: str
    start: int = 0
    end: int = 0
    field: TextField = "text"


@dataclass(frozen=True, slots=True)
class And:
    """Articles that all `parts` find."""

    parts: tuple[Node, ...]
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Or:
    """Articles that at least one of `parts` finds."""

    parts: tuple[Node, ...]
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Not:
    """All articles but those that `part` finds."""

    part: Node
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Every:
    """All articles."""

    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class FieldTerm:
    """Articles by a fact about them that the archive knows, such as a person tagged or a date.

    Args:
        name: the field, always its full name ("organisation" where "org" was typed).
        value: what was typed for it, without quotation marks.
        value_start: where the value stands in the query (code points), its quotation mark included.
    """

    name: str
    value: str
    start: int = 0
    end: int = 0
    value_start: int = 0
