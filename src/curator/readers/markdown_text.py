"""Markdown as plain text: the words without the marks, blocks parted by an empty line, lists kept as lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from curator.readers.visible_text import visible_text
from curator.text.plain import one_line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DEEPEST = 100
# Code points; the parser takes some four seconds for as many.
_LONGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class PlainMarkdown:
    """A Markdown text without its marks.

    Args:
        heading: the heading that it opens with, "" when it opens otherwise.
        text: the rest.
        has_marks: the marks are still in it, as it could not be parsed whole.
    """

    heading: str
    text: str
    has_marks: bool = False


def plain_markdown(source: str) -> PlainMarkdown:
    """Take the marks out of a Markdown text.

    Source: CommonMark 0.31, with the tables of GitHub Flavored Markdown.
    """
    if len(source) > _LONGEST:
        return PlainMarkdown("", source.strip(), has_marks=True)
    tokens = _parser().parse(source)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        # The parser drops what is nested deeper.
        return PlainMarkdown("", source.strip(), has_marks=True)
    if len(tokens) > 2 and tokens[0].type == "heading_open":
        return PlainMarkdown(one_line(_words(tokens[1].children or ())), _plain(tokens[3:]))
    return PlainMarkdown("", _plain(tokens))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")


def _plain(tokens: Sequence[Token]) -> str:
    writer = _Writer()
    for token in tokens:
        writer.take(token)
    return writer.text.strip("\n")


class _Writer:
    """Takes the tokens of markdown-it in their order and grows the text."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._counters: list[int | None] = []
        self._mark = ""
        self._cells: list[str] | None = None
        self._close_up = False

    @property
    def text(self) -> str:
        """What was written so far."""
        return "".join(self._pieces)

    def take(self, token: Token) -> None:
        """Write what a token stands for, or note where in a list or table the next ones stand."""
        match token.type:
            case "bullet_list_open":
                self._counters.append(None)
            case "ordered_list_open":
                self._counters.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                self._counters.pop()
                self._mark = ""
            case "list_item_open":
                self._mark = self._next_mark()
            case "tr_open":
                self._cells = []
            case "tr_close":
                self._write_row()
            case "inline":
                self._write_inline(_words(token.children or ()))
            case "fence" | "code_block":
                self._write(token.content.rstrip("\n"))
            case "html_block":
                self._write(visible_text(token.content))

    def _next_mark(self) -> str:
        number = self._counters[-1]
        if number is None:
            return "- "
        self._counters[-1] = number + 1
        return f"{number}. "

    def _write_inline(self, words: str) -> None:
        if self._cells is None:
            self._write(words)
        else:
            self._cells.append(words)

    def _write_row(self) -> None:
        row, self._cells = self._cells or [], None
        self._write(" | ".join(row), line=True)

    def _write(self, block: str, line: bool = False) -> None:
        if not block.strip():
            return
        line = line or bool(self._mark)
        self._pieces.append("\n" if line and self._close_up else "\n\n")
        if self._counters:
            self._pieces.append("  " * (len(self._counters) - 1) + self._mark)
        self._pieces.append(block)
        self._mark, self._close_up = "", line


def _words(tokens: Sequence[Token]) -> str:
    """The text of a line: links and emphasis without their marks, pictures as their description."""
    words = []
    for token in tokens:
        match token.type:
            case "text" | "code_inline" | "text_special":
                words.append(token.content)
            case "image":
                words.append(_words(token.children or ()))
            case "softbreak":
                # Where a line was wrapped in the file; it is no line end of the text (CommonMark 6.8).
                words.append(" ")
            case "hardbreak":
                words.append("\n")
            case "html_inline" if token.content.lower().startswith("<br"):
                words.append("\n")
    return "".join(words).strip()
