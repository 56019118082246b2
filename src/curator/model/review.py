"""The review of imports: what was read and waits for a person before it enters the archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from curator.errors import Problem

ReviewOrigin = Literal["import", "watch"]
ItemState = Literal["pending", "accepted", "rejected"]
Need = Literal["clean", "look", "duplicate", "similar", "failed"]
Decision = Literal["skip", "keep", "not same"]

STATES: tuple[ItemState, ...] = get_args(ItemState)
NEEDS: tuple[Need, ...] = get_args(Need)
DECISIONS: tuple[Decision, ...] = get_args(Decision)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another article, or another item of a review, that an item is like.

    Args:
        per_mille: how much, 1000 for the same text after folding.
        article_id, item_id: which; exactly one is given.
        same_bytes: the very same file.
    """

    per_mille: int
    article_id: int | None = None
    item_id: int | None = None
    same_bytes: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """A batch of files that are read, or that wait.

    Args:
        uid: also that of the accession it becomes.
        started, finished: ISO 8601, UTC; `finished` is None until all its files are read.
        origin: an import, or a watched folder.
        source: where it came from, in words.
        folder, paths: the folder that paths start at, and the files and folders as given.
        defaults: field -> value that articles without one of their own take; with "title" and "collector" of the
            accession and the path of a "collection".
    """

    id: int
    uid: str
    started: str
    finished: str | None
    origin: ReviewOrigin
    source: str
    folder: str
    paths: tuple[str, ...]
    defaults: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What the batch is called: by its title, else by where it came from."""
        return self.defaults.get("title") or self.source


@dataclass(frozen=True, slots=True)
class ReviewCounts:
    """How many items a review has.

    Args:
        needs: need -> items that are pending.
        accepted: accepted and not committed yet.
        rejected, committed: of all.
    """

    needs: Mapping[Need, int] = field(default_factory=dict)
    accepted: int = 0
    rejected: int = 0
    committed: int = 0

    @property
    def clean(self) -> int:
        """Pending items without a reason to look at them."""
        return self.needs.get("clean", 0)

    @property
    def need_you(self) -> int:
        """Pending items that a person has to look at."""
        return sum(number for need, number in self.needs.items() if need != "clean")

    @property
    def waiting(self) -> int:
        """Items that could still enter the archive."""
        return self.clean + self.need_you + self.accepted

    @property
    def total(self) -> int:
        """All items."""
        return self.waiting + self.rejected + self.committed


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """An item as lists show it; values are those of the file and the person's, without what is inherited.

    Args:
        path: the file, as the user named it.
        need: why it needs a person; "clean": it does not.
        reasons: the same in words, worst first.
        published: EDTF.
        committed: it is in the archive; `state` is what it was before.
    """

    id: int
    uid: str
    review_id: int
    position: int
    path: str
    state: ItemState
    need: Need
    reasons: tuple[Problem, ...]
    decision: Decision | None
    likenesses: tuple[Likeness, ...]
    title: str | None
    suggested_title: str | None
    published: str | None
    publication: str | None
    language: str | None
    committed: bool


@dataclass(frozen=True, slots=True)
class DraftFile:
    """The file that an item was read from; `sha256` in hex, None where it could not be read at all; `size` in bytes."""

    sha256: str | None
    file_name: str
    media_type: str = ""
    encoding: str = ""
    size: int = 0
    reader: str = ""
    reader_version: str = ""


@dataclass(frozen=True, slots=True)
class DraftAttachment:
    """A picture that came with an item, kept in the originals: how the page names it, and its file."""

    address: str
    sha256: str
    file_name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Edits:
    """What a person changed in a reading.

    Args:
        columns: columns of `article` -> their values; None: the value of the file was taken off.
        parts: index of a part -> whether it stands in the body, where the reader decided otherwise.
        body: the whole text, where a suggested one was taken; empty for none.
    """

    columns: Mapping[str, str | int | None] = field(default_factory=dict)
    parts: Mapping[int, bool] = field(default_factory=dict)
    body: str = ""
