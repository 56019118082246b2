"""Names that are not on record: are the right ones proposed first? And with the headings on record: are they found?

    .venv/bin/python tests/benchmarks/name_candidates.py ARTICLES.jsonl.gz [--table OUT.tsv] [--missed N]

ARTICLES: one JSON object a line with "id", "title", "dateline", "body", "people", "orgs" (Reuters-21578 has them).

Counted is an article with headings of people (organisations), when each heading that stands in its text is among the
first ten candidates of all kinds. A heading of a person stands in the text when its last word does ("james-baker":
Baker); a candidate is that person when it is of that kind and has all words of the heading, or is one of them alone.
An organisation stands in the text when one of its names or abbreviations does (`reuters_names.py`); a candidate is it
when that stands whole in the candidate's name, or at one of its places ("EC Commission" for ec). Articles are halved by
a fixed seed; rules were made looking at the first half only.

--table writes the first ten candidates of 100 articles of the second half, for judging by hand.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from measuring import table
from reuters_names import ORGANISATIONS, PEOPLE

from curator.names.candidates import NewName, candidates
from curator.names.completion import NameRow
from curator.names.matcher import Matcher
from curator.text.name_key import name_key

FIRST, DRAWN, BYTES, CONTEXT = 10, 100, 1_000_000, 30
SEED, SEED_OF_DRAW = 21578, 1987
Article = dict[str, Any]


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--table", type=Path, help="write the candidates to be judged here")
    parser.add_argument(
        "--missed", type=int, default=0, help="print so many headings of the first half that are missed"
    )
    given = parser.parse_args()
    if not given.articles.is_file():
        parser.exit(2, f"{given.articles} is not there: nothing is measured.\n")
    with gzip.open(given.articles, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    halves = halved(articles)
    rows = [
        (half, field, *shares(chosen, field, given.missed if half == "first half" else 0))
        for half, chosen in halves.items()
        for field in ("people", "orgs")
    ]
    print(table(("articles", "headings", "articles with them", "all among the first ten", "any kind"), rows))
    on_record(articles)
    speed(articles)
    if given.table:
        write_table(given.table, halves["second half"])


def halved(articles: Sequence[Article]) -> dict[str, list[Article]]:
    """Return two halves of the articles, always the same."""
    mixed = sorted(articles, key=lambda each: int(each["id"]))
    random.Random(SEED).shuffle(mixed)
    middle = len(mixed) // 2
    return {"first half": mixed[:middle], "second half": mixed[middle:]}


def text_of(article: Article) -> str:
    """Return the text as it came over the wire."""
    lead = " ".join(part for part in (article["dateline"], article["body"]) if part)
    return f"{article['title'] or ''}\n\n{lead}"


def standing(article: Article, field: str, key: str) -> list[str]:
    """Return the headings of an article that stand in its text, whose key (`name_key`) is given."""
    padded = f" {key} "
    if field == "people":
        return [each for each in article["people"] or () if f" {name_key(each).split()[-1]} " in padded]
    return [
        each
        for each in article["orgs"] or ()
        if any(f" {name_key(name)} " in padded for name in ORGANISATIONS.get(each, ()))
    ]


def is_meant(field: str, heading: str, name: NewName, text: str) -> bool:
    """Return whether a candidate is what a heading stands for."""
    words = name_key(name.name).split()
    if field == "people":
        sought = name_key(heading).split()
        return set(sought) <= set(words) or (len(words) == 1 and words[0] in sought)
    forms = [f" {name_key(form)} " for form in ORGANISATIONS[heading]]
    own = [f" {' '.join(words)} ", *(f" {name_key(text[start:end])} " for start, end in name.places)]
    return any(form in each for form in forms for each in own)


def shares(articles: Sequence[Article], field: str, missed: int) -> tuple[str, str, str]:
    """Return the number of articles with headings in their texts, and the share of those that have them proposed."""
    kind = "person" if field == "people" else "organisation"
    number = right = loose = 0
    for article in articles:
        text = text_of(article)
        sought = standing(article, field, name_key(text)) if article[field] else []
        if not sought:
            continue
        number += 1
        first = candidates(text, ["en"])[:FIRST]
        found = {each for each in sought for name in first if is_meant(field, each, name, text)}
        of_kind = {each for each in sought for name in first if name.kind == kind and is_meant(field, each, name, text)}
        right += len(of_kind) == len(sought)
        loose += len(found) == len(sought)
        if missed and len(of_kind) < len(sought):
            missed -= 1
            print(article["id"], article["title"], sorted(set(sought) - of_kind), [each.name for each in first])
    return f"{number:,}", f"{right / max(1, number):.3f}", f"{loose / max(1, number):.3f}"


def on_record(articles: Sequence[Article]) -> None:
    """Print how the headings are found when they are on record."""
    names: list[tuple[str, str, tuple[str, ...]]] = [("person", heading, (name,)) for heading, name in PEOPLE.items()]
    names += [("organisation", heading, forms) for heading, forms in ORGANISATIONS.items()]
    matcher = Matcher(
        NameRow(number, kind, form, name_key(form), at == 0, 0)
        for number, (kind, _heading, forms) in enumerate(names)
        for at, form in enumerate(forms)
    )
    counts = {"person": [0, 0, 0], "organisation": [0, 0, 0]}
    for article in articles:
        text = text_of(article)
        tagged = {("person", each) for each in article["people"] or ()}
        tagged |= {("organisation", each) for each in article["orgs"] or ()}
        sought = {names[at][:2] for at in range(len(names)) if names[at][:2] in tagged}
        found = {names[each.authority_id][:2] for match in matcher.find(text, ["en"]) for each in match.candidates}
        for kind, count in counts.items():
            count[0] += sum(each[0] == kind for each in sought & found)
            count[1] += sum(each[0] == kind for each in sought)
            count[2] += sum(each[0] == kind for each in found)
    rows = [
        (kind, f"{sought:,}", f"{found:,}", f"{right / sought:.3f}", f"{right / found:.3f}")
        for kind, (right, sought, found) in counts.items()
    ]
    print("\nOn record: headings of articles, and what is suggested in all of them")
    print(table(("kind", "headings", "suggested", "recall", "precision"), rows))


def speed(articles: Sequence[Article]) -> None:
    """Print what 1 MB costs, article by article."""
    texts: list[str] = []
    while sum(map(len, texts)) < BYTES:
        texts += [text_of(article) for article in articles[len(texts) : len(texts) + 100]]
    started = time.process_time()
    for text in texts:
        candidates(text, ["en"])
    print(f"\n{sum(map(len, texts)):,} code points in {len(texts)} articles: {time.process_time() - started:.2f} CPU s")


def write_table(place: Path, articles: Sequence[Article]) -> None:
    """Write the candidates of articles drawn by the fixed seed, a line each."""
    drawn = random.Random(SEED_OF_DRAW).sample([article for article in articles if article["body"]], DRAWN)
    with place.open("w", encoding="utf-8") as out:
        for article in drawn:
            for line in lines_of(article):
                print(*line, sep="\t", file=out)
    print(f"\n{place}: to be judged")


def lines_of(article: Article) -> Iterator[tuple[str, ...]]:
    """Yield article, rank, kind, name, reason, and some text around its first place."""
    text = text_of(article)
    for rank, name in enumerate(candidates(text, ["en"])[:FIRST], 1):
        start, end = name.places[0]
        around = f"{text[max(0, start - CONTEXT) : start]}[{text[start:end]}]{text[end : end + CONTEXT]}"
        yield str(article["id"]), str(rank), name.kind, name.name, name.why, " ".join(around.split())


if __name__ == "__main__":
    main()
