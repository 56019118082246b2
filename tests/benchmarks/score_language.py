"""How well languages are told: `python tests/benchmarks/score_language.py DATA`, for each language of DATA/langid.

Each passage is judged alone, as paragraphs are. Figures: the share that is right, over headlines, news, laws together
and for each kind; passages too short to be judged count as wrong. What was taken for what is printed below.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

from curator.text.language import language_of

_ASKED = ("az", "tr", "hy", "ru", "en", "ka", "uk")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--wrong", action="store_true", help="show what was taken for another language")
    arguments = parser.parse_args()
    verdicts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    kinds: defaultdict[tuple[str, str], list[bool]] = defaultdict(list)
    for line in (arguments.data / "langid" / "langid.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = language_of(row["text"])
        code = found[0] if found else "none"
        verdicts[row["lang"]][code] += 1
        kinds[row["lang"], row["kind"]].append(code == row["lang"])
        if arguments.wrong and row["lang"] in _ASKED and code != row["lang"]:
            print(f"{row['lang']} as {code}: {row['text'][:100]}")
    for language in (*_ASKED, *sorted(set(verdicts) - set(_ASKED))):
        given = verdicts[language]
        parts = "  ".join(
            f"{kind} {sum(right) / len(right):.3f} of {len(right)}"
            for (code, kind), right in sorted(kinds.items())
            if code == language
        )
        others = ", ".join(f"{code} {count}" for code, count in given.most_common() if code != language)
        print(
            f"{language}: {given[language] / given.total():.3f} of {given.total()} ({parts}) as others: {others or '-'}"
        )


if __name__ == "__main__":
    main()
