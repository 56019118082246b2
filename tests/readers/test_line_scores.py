from __future__ import annotations

import numpy as np

from curator.readers.line_context import FIRST_NAMES, SECOND_NAMES, best_stretch, neighbourhood, surroundings
from curator.readers.line_features import look_at
from curator.readers.line_scores import body_scores
from curator.readers.line_weights import FIRST, SECOND, TITLE
from curator.readers.title_lines import TITLE_NAMES, TitleSearch

from .copied import ENGLISH

LINES = look_at([line for line in ENGLISH.split("\n") if line])


def test_every_column_has_its_weight() -> None:
    assert tuple(FIRST) == FIRST_NAMES
    assert tuple(SECOND) == SECOND_NAMES
    assert tuple(TITLE) == TITLE_NAMES
    near = neighbourhood(LINES)
    assert near.shape == (len(LINES.texts), len(FIRST_NAMES))
    assert surroundings(LINES, near, np.zeros(len(LINES.texts))).shape == (len(LINES.texts), len(SECOND_NAMES))
    places, columns = TitleSearch(LINES, np.full(len(LINES.texts), 0.9)).candidates()
    assert columns.shape == (len(places), len(TITLE_NAMES))


def test_sentences_score_above_buttons() -> None:
    scores = dict(zip(LINES.texts, body_scores(LINES), strict=True))
    prose = [score for text, score in scores.items() if len(text) > 70 and "©" not in text]
    assert min(prose) > max(scores[text] for text in ("Share on Facebook", "Tweet", "Related stories"))


def test_one_line_can_be_looked_at() -> None:
    assert body_scores(look_at(["Kitabxana açıldı."])).shape == (1,)


def test_the_best_stretch_bridges_a_short_gap() -> None:
    chances = np.array([0.1, 0.9, 0.9, 0.2, 0.9, 0.1, 0.1, 0.6])
    counts = np.array([2.0, 40, 40, 3, 40, 30, 30, 4])
    assert best_stretch(chances, counts) == (1, 4)


def test_very_long_lines_are_looked_at_in_part() -> None:
    lines = look_at(["kitab " * 400_000, "Bakı"])
    assert lines.counts[0] < 400
