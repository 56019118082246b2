"""Records cross a process border whole, and only those that have values of their own."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

from curator.crossing import Crossing
from curator.errors import Problem
from curator.model.reading import ArticleReading, Attachment, Found, Part, Suggestion
from curator.readers.contract import Companion
from curator.readers.jobs import ReadJob, ReadResult

_READING = ArticleReading(
    "The river rose.",
    title=Found("The flood", "text", 700),
    authors=(Found("Lucia Bandini", "heading"),),
    problems=(Problem("date-guess", "The date may be another.", "Compare it."),),
    parts=(Part("The river rose."), Part("Share", False, "share")),
    suggestions=(Suggestion("title", Found("The river", "text", 300), "It begins so."),),
    attachments=(Attachment("a.png", "image/png", b"\x89PNG", "a.png"),),
    languages=("en",),
)


@pytest.mark.parametrize(
    "record",
    [
        _READING,
        ReadResult(3, "html", "2", "text/html", "utf-8", (_READING,), None),
        ReadJob(4, Path("/staged/1"), "page.html", (Companion("page_files/a.png", Path("/staged/2")),), 5),
    ],
)
def test_a_record_arrives_as_it_was(record: Crossing) -> None:
    assert pickle.loads(pickle.dumps(record)) == record
    assert copy.copy(record) == record
