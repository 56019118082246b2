from __future__ import annotations

from dataclasses import replace

import pytest

from curator.errors import Problem
from curator.model.reading import ArticleReading, Found, Suggestion
from curator.model.review import Decision, Edits, Likeness
from curator.operations.drafts import drafted
from curator.operations.review_needs import needs

from .reviewed import CLEAN, DOUBTFUL

ARTICLE = Likeness(1000, article_id=118, same_bytes=True)
ALIKE = Likeness(940, article_id=7)
TITLE = Suggestion("title", Found("A letter", "text", 500))


def need_of(
    reading: ArticleReading, edits: Edits | None = None, *like: Likeness, decision: Decision | None = None
) -> tuple[str, list[str]]:
    edits = edits or Edits()
    need, reasons = needs(reading, edits, drafted(reading, edits), like, decision)
    return need, [reason.message for reason in reasons]


def test_what_states_its_title_and_date_is_clean() -> None:
    assert need_of(CLEAN) == ("clean", [])


@pytest.mark.parametrize(
    ("reading", "reasons"),
    [
        (DOUBTFUL, ["No title.", "No date."]),
        (replace(CLEAN, title=None, suggestions=(TITLE,)), ["Starts with its first paragraph: no title."]),
        (
            replace(CLEAN, published=Found("2011-06-14", "text", 650, "14 iyun 2011")),
            ["No date in the page; taken from the text."],
        ),
        (replace(CLEAN, published=Found("2011-06-14", "url", 650)), ["The date is a guess."]),
        (replace(CLEAN, published=Found("no date at all", "meta", 950)), ["No date."]),
        (replace(CLEAN, title=Found("A title", "meta", 600)), ["The title is a guess."]),
        (replace(CLEAN, problems=(Problem("mojibake", "Letters are broken."),)), ["Letters are broken."]),
    ],
)
def test_doubts_are_to_be_looked_at(reading: ArticleReading, reasons: list[str]) -> None:
    need, found = need_of(reading)
    assert need == "look"
    assert [reason for reason in found if reason in reasons] == reasons


def test_what_a_person_has_set_is_no_reason() -> None:
    broken = replace(DOUBTFUL, problems=(Problem("date-broken", "A broken template stands for the date."),))
    assert need_of(broken)[1][-2:] == ["A broken template stands for the date.", "No date."]
    edits = Edits({"title": "A letter", "published": "1992"})
    assert need_of(broken, edits) == ("clean", [])
    assert need_of(broken, Edits({"title": "A letter", "published": None})) == ("clean", [])


def test_the_same_file_comes_before_all_else() -> None:
    assert need_of(DOUBTFUL, None, ARTICLE) == (
        "duplicate",
        ["Same file as article 118.", "No title.", "No date."],
    )
    twin = Likeness(1000, item_id=3, same_bytes=True)
    assert need_of(CLEAN, None, twin) == ("duplicate", ["Same file as item 3 of this review."])


def test_a_text_that_is_alike() -> None:
    assert need_of(CLEAN, None, ALIKE) == ("similar", ["94 % like article 7."])
    assert need_of(CLEAN, None, Likeness(1000, item_id=4))[1] == ["Same text as item 4 of this review."]


@pytest.mark.parametrize("decision", ["keep", "not same"])
def test_a_decision_settles_likeness(decision: Decision) -> None:
    assert need_of(CLEAN, None, ALIKE, decision=decision) == ("clean", [])
    assert need_of(DOUBTFUL, None, ARTICLE, decision=decision)[0] == "look"
