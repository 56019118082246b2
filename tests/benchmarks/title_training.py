"""Learn which line is the headline: a choice among the lines above the text, in folds over the pages with a title."""

from __future__ import annotations

import difflib
import random
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from copied_pages import GoldPage

from curator.readers.line_context import probability
from curator.readers.line_features import Matrix
from curator.readers.title_lines import TITLE_NAMES, TitleSearch
from curator.readers.title_words import headline_words

_PENALTY = 8.0
_ROUNDS = 400
_NEAR = 0.85


@dataclass(slots=True)
class TitleModel:
    """Weights for columns as they are."""

    weights: Matrix


@dataclass(slots=True)
class _Choice:
    columns: Matrix
    is_right: Matrix


def train_titles(pages: Sequence[GoldPage], scores: dict[str, Matrix]) -> TitleModel:
    """Return the weights learned from all pages."""
    return _fit([_choice(page, scores[page.stem]) for page in pages])


def title_share(pages: Sequence[GoldPage], scores: dict[str, Matrix], folds: int) -> float:
    """Return on how many pages the chosen line is near the title, each chosen by weights that never saw the page."""
    choices = [_choice(page, scores[page.stem]) for page in pages]
    random.Random(3).shuffle(choices)
    right = 0.0
    for fold in range(folds):
        model = _fit([choice for at, choice in enumerate(choices) if at % folds != fold])
        for choice in choices[fold::folds]:
            if len(choice.columns):
                right += choice.is_right[int(np.argmax(choice.columns @ model.weights))]
    return right / len(choices)


def _choice(page: GoldPage, scores: Matrix) -> _Choice:
    places, columns = TitleSearch(page.lines, probability(scores)).candidates()
    return _Choice(columns, np.array([_is_near(page.title, headline_words(page.lines.texts[at])) for at in places]))


def _fit(choices: Sequence[_Choice]) -> TitleModel:
    """The right line is drawn with a chance of exp(score) among all: gradient descent (Adam, Kingma and Ba 2015)."""
    every = np.vstack([choice.columns for choice in choices if len(choice.columns)])
    spread = every.std(axis=0) + 1e-6
    useful = [(choice.columns / spread, choice.is_right) for choice in choices if choice.is_right.any()]
    found = np.zeros(len(TITLE_NAMES))
    mean, square = np.zeros_like(found), np.zeros_like(found)
    for turn in range(1, _ROUNDS + 1):
        slope = _PENALTY * found
        for columns, is_right in useful:
            chances = _softmax(columns @ found)
            wanted = chances * is_right
            slope = slope + columns.T @ (chances - wanted / wanted.sum())
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        found = found - 0.05 * (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.99**turn)) + 1e-8)
    return TitleModel(found / spread)


def _softmax(scores: Matrix) -> Matrix:
    raised: Matrix = np.exp(scores - scores.max())
    return raised / raised.sum()


def _is_near(wanted: str, given: str) -> bool:
    """As `score.py` has it."""
    first, second = _plain(wanted), _plain(given)
    return first == second or difflib.SequenceMatcher(None, first, second).ratio() >= _NEAR


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"\s+", " ", re.sub("[–—―]", "-", re.sub("[‘’‚‛“”„«»\"'`]", "", folded))).strip()
