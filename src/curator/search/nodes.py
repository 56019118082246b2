"""The tree of a parsed query: frozen nodes, each with its place in the query as it was typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

TextField: TypeAlias = Literal["text", "title"]
TextNode: TypeAlias = "Word | Phrase | Prefix | Wildcard | Fuzzy | OneOf | Near"
Node: TypeAlias = "TextNode | And | Or | Not | Every | FieldTerm"


@dataclass(frozen=True, slots=True)
class Word:
    """Articles that hold a word.

    Args:
        folded: the word, folded by `curator.text.fold`.
        start, end: its place in the query (code points, end excluded); so in all nodes.
        field: "text" for title and body, "title" for the title alone.
        exact: the word as it was typed, in small letters and composed (NFC), where only that spelling counts.
        stems: language and stem, where forms of the word count too, though less.
        typed: the word as it was typed, in the form of `exact`, if articles that spell it so come first.
    """

    folded: str
    start: int = 0
    end: int = 0
    field: TextField = "text"
    exact: str | None = None
    stems: tuple[tuple[str, str], ...] = ()
    typed: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Articles that hold the folded `words`, at least two, one right after the other in title or body.

    Args:
        exact: the words as they were typed, as in `Word`, where only that spelling counts.
    """

    words: tuple[str, ...]
    start: int = 0
    end: int = 0
    field: TextField = "text"
    exact: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Prefix:
    """Articles that hold a word beginning with `folded`."""

    folded: str
    start: int = 0
    end: int = 0
    field: TextField = "text"


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Articles that hold a word of a pattern: `*` stands for any letters or none, `?` for one.

    Args:
        pattern: folded but for these signs; at least one letter or digit.
    """

    pattern: str
    start: int = 0
    end: int = 0
    field: TextField = "text"


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Articles that hold a word like `folded`.

    Args:
        edits: how many letters at most may be missing, too many, or other ones.
    """

    folded: str
    edits: int
    start: int = 0
    end: int = 0
    field: TextField = "text"


@dataclass(frozen=True, slots=True)
class OneOf:
    """Articles that hold at least one of the folded `words`, which count as one word."""

    words: tuple[str, ...]
    start: int = 0
    end: int = 0
    field: TextField = "text"


@dataclass(frozen=True, slots=True)
class Near:
    """Articles that hold `parts` close to each other, in the title or in the body.

    Args:
        parts: words, phrases and the like, all of the same field; `Or` of such, too, where they are two.
        between: how many words may stand between two parts, at most.
        ordered: in this order; else in any, and the parts are two.
    """

    parts: tuple[Node, ...]
    between: int
    ordered: bool
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


# The nodes that look for words.
TEXT_NODES = (Word, Phrase, Prefix, Wildcard, Fuzzy, OneOf, Near)
