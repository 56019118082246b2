from __future__ import annotations

import pytest

from curator.names.candidates import candidates

from .candidate_forms import SENTENCES

KINDS = {"person": "p", "organisation": "o", "place": "l", "event": "e"}
ROWS = [
    (language, *(part.strip() for part in line.split(" | ")))
    for language, lines in SENTENCES.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(
    ("language", "least"), [("az", 25), ("tr", 25), ("ru", 25), ("hy", 25), ("uk", 15), ("ka", 15)]
)
def test_there_are_enough_of_them(language: str, least: int) -> None:
    assert len({row for row in ROWS if row[0] == language}) >= least


@pytest.mark.parametrize(("language", "sentence", "wanted"), ROWS)
def test_these_names_are_proposed_and_no_others(language: str, sentence: str, wanted: str) -> None:
    found = {f"{KINDS[each.kind]} {each.name}" for each in candidates(sentence, [language])}
    assert found == set(wanted.split("; ")) - {"-"}
