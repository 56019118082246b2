"""Learn the weights by which lines of a copied page are kept or cut: `tests/benchmarks/train_copied_text.py DATA`.

DATA holds `score.py` and the gold sets aeb and fundus. Two logistic models, one upon the other: a line by itself with
its neighbours, then with how the first scored the lines around it. Each page is learned from as a whole and in cut-outs
as a person would copy them, down to the article alone, of which nothing may be cut. Printed is what is reached on pages
that were not learned from: in folds over both sets, and from one set to the other. With --write the weights of all
pages replace `src/curator/readers/line_weights.py`.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from copied_pages import GoldPage, gold_pages, mean_f1
from title_training import TitleModel, title_share, train_titles

from curator.readers.line_context import FIRST_NAMES, SECOND_NAMES, neighbourhood, surroundings
from curator.readers.line_features import Lines, Matrix, look_at
from curator.readers.title_lines import TITLE_NAMES

WEIGHTS = Path(__file__).parents[2] / "src" / "curator" / "readers" / "line_weights.py"
_PENALTY = 3.0
_FOLDS = 6
_WORD_POWER = 0.7


@dataclass(slots=True)
class Sample:
    """A page, or a cut-out of one: its lines, which of them belong to the article, how much it counts."""

    page: GoldPage
    lines: Lines
    wanted: Matrix
    share: float

    @property
    def weights(self) -> Matrix:
        """Long lines count for more, each page the same."""
        raw = self.lines.counts**_WORD_POWER
        found: Matrix = raw / raw.sum() * 100 * self.share
        return found


@dataclass(slots=True)
class Model:
    """Weights for columns as they are: the scaling of learning is folded into them."""

    weights: Matrix

    def __call__(self, columns: Matrix) -> Matrix:
        found: Matrix = columns @ self.weights
        return found


@dataclass(slots=True)
class Pair:
    """Both models."""

    first: Model
    second: Model

    def __call__(self, lines: Lines) -> Matrix:
        near = neighbourhood(lines)
        return self.second(surroundings(lines, near, self.first(near)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help="learn from all pages and replace the weights")
    arguments = parser.parse_args()
    pages = {name: gold_pages(arguments.data, name) for name in ("aeb", "fundus")}
    samples = {name: [list(_samples(page)) for page in found] for name, found in pages.items()}
    both = samples["aeb"] + samples["fundus"]
    scores = _in_folds(both)
    for name, found in pages.items():
        print(f"{_FOLDS} folds, {name}: {_report(found, scores)}")
    print(f"{_FOLDS} folds, fundus: title near {title_share(pages['fundus'], scores, _FOLDS):.3f}")
    for name, other in (("aeb", "fundus"), ("fundus", "aeb")):
        pair = _train(samples[name])
        print(f"{name} to {other}: {_report(pages[other], {page.stem: pair(page.lines) for page in pages[other]})}")
    if arguments.write:
        _write(_train(both), train_titles(pages["fundus"], scores))


def _samples(page: GoldPage) -> Iterator[Sample]:
    """The page as a whole, with little around the article, and the article alone."""
    yield Sample(page, page.lines, page.wanted, 0.6)
    places = np.flatnonzero(page.wanted > 0.5)
    if not len(places):
        return
    chance = random.Random(page.stem)
    count = len(page.wanted)
    for before, after in ((12, 25), (5, 8)):
        start = max(0, places[0] - chance.randint(1, before))
        end = min(count, places[-1] + 1 + chance.randint(0, after))
        yield Sample(page, look_at(page.lines.texts[start:end]), page.wanted[start:end], 0.3)
    alone = [page.lines.texts[at] for at in places]
    yield Sample(page, look_at(alone), np.ones(len(alone)), 0.3)


def _fit(columns: Matrix, wanted: Matrix, weights: Matrix) -> Model:
    """Logistic regression with a quadratic penalty, by Newton's method."""
    middle, spread = columns.mean(axis=0), columns.std(axis=0) + 1e-6
    middle[0], spread[0] = 0, 1
    scaled = (columns - middle) / spread
    penalty = np.full(scaled.shape[1], _PENALTY)
    penalty[0] = 1e-6
    found = np.zeros(scaled.shape[1])
    for _round in range(40):
        chances = 1 / (1 + np.exp(-np.clip(scaled @ found, -30, 30)))
        slope = scaled.T @ (weights * (chances - wanted)) + penalty * found
        curve = (scaled * (weights * chances * (1 - chances) + 1e-9)[:, None]).T @ scaled + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < 1e-5:
            break
    plain = found / spread
    plain[0] -= float((found * middle / spread).sum())
    return Model(plain)


def _learn(samples: Sequence[Sample], columns: Callable[[Sample], Matrix]) -> Model:
    return _fit(
        np.vstack([columns(sample) for sample in samples]),
        np.concatenate([sample.wanted for sample in samples]),
        np.concatenate([sample.weights for sample in samples]),
    )


def _near(sample: Sample) -> Matrix:
    return neighbourhood(sample.lines)


def _folds(groups: Sequence[list[Sample]], folds: int) -> Iterator[tuple[list[list[Sample]], list[list[Sample]]]]:
    """Pages to learn from and pages to try on; all samples of a page are on one side."""
    mixed = list(groups)
    random.Random(1).shuffle(mixed)
    for fold in range(folds):
        yield [group for at, group in enumerate(mixed) if at % folds != fold], mixed[fold::folds]


def _train(groups: Sequence[list[Sample]]) -> Pair:
    """Learn both models; the second from first scores of pages that the first was not learned from."""
    scored: dict[int, Matrix] = {}
    for learned, tried in _folds(groups, 5):
        model = _learn([sample for group in learned for sample in group], _near)
        scored |= {id(sample): model(_near(sample)) for group in tried for sample in group}
    samples = [sample for group in groups for sample in group]
    second = _learn(samples, lambda sample: surroundings(sample.lines, _near(sample), scored[id(sample)]))
    return Pair(_learn(samples, _near), second)


def _in_folds(groups: Sequence[list[Sample]]) -> dict[str, Matrix]:
    """The scores of each page by models that never saw it."""
    found: dict[str, Matrix] = {}
    for learned, tried in _folds(groups, _FOLDS):
        pair = _train(learned)
        found |= {group[0].page.stem: pair(group[0].lines) for group in tried}
    return found


def _report(pages: Sequence[GoldPage], scores: dict[str, Matrix]) -> str:
    texts = [
        (
            page.text,
            "\n\n".join(text for text, score in zip(page.lines.texts, scores[page.stem], strict=True) if score > 0),
        )
        for page in pages
    ]
    alone = [sum(score > 0) / len(score) for page in pages if (score := scores[page.stem][page.wanted > 0.5]).size]
    precision, recall, f1 = mean_f1(texts)
    return f"body P {precision:.3f} R {recall:.3f} F1 {f1:.3f} | lines of articles kept {np.mean(alone):.3f}"


def _write(pair: Pair, titles: TitleModel) -> None:
    parts = [
        '"""Learned weights: written by tests/benchmarks/train_copied_text.py, never by hand."""',
        "from __future__ import annotations",
        *(
            _table(name, names, weights)
            for name, names, weights in (
                ("FIRST", FIRST_NAMES, pair.first.weights),
                ("SECOND", SECOND_NAMES, pair.second.weights),
                ("TITLE", TITLE_NAMES, titles.weights),
            )
        ),
    ]
    WEIGHTS.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _table(name: str, names: Sequence[str], weights: Matrix) -> str:
    rows = "".join(f'    "{key}": {weight:.4f},\n' for key, weight in zip(names, weights, strict=True))
    return f"{name}: dict[str, float] = {{\n{rows}}}"


if __name__ == "__main__":
    main()
