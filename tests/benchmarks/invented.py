"""Articles for benchmarks and tests, invented: each has a word of its own, so that searching finds it alone."""

from __future__ import annotations

from pathlib import Path

SENTENCES = (
    "The reading room of the town library opens again after the winter.",
    "Gəncə kitabxanasına köhnə qəzetlər qaytarıldı və oxucular onları vərəqlədi.",
    "Опись старых газет составлена заново, и читальный зал открыт до вечера.",
    "Քաղաքի գրադարանը նոր քարտարան ունի, և ընթերցողները գոհ են։",
    "Kütüphanenin okuma salonu yeni raflarla yeniden düzenlendi.",
)
_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Shelf {number}</title>
<meta property="article:published_time" content="2019-03-{day:02}"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Shelf {number}</h1>{paragraphs}</article></body></html>
"""


def word(number: int) -> str:
    """Return the word that only article `number` holds."""
    return f"shelfmark{number:05}x"


def write_articles(folder: Path, count: int) -> dict[str, int]:
    """Write `count` files: pages, plain texts and Markdown in turn, a few kilobytes each.

    Returns:
        file name -> number of the article.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = {}
    for number in range(count):
        name, content = _article(number)
        (folder / name).write_text(content, encoding="utf-8")
        written[name] = number
    return written


def _article(number: int) -> tuple[str, str]:
    lines = [" ".join(SENTENCES[(number + at) % 5] for at in range(5)) for _paragraph in range(2 + number % 7)]
    lines.append(f"The mark of this shelf is {word(number)}, as the catalogue says.")
    if number % 3 == 0:
        paragraphs = "".join(f"<p>{line}</p>" for line in lines)
        return f"shelf{number:05}.html", _PAGE.format(number=number, day=number % 28 + 1, paragraphs=paragraphs)
    if number % 3 == 1:
        return f"shelf{number:05}.txt", "\n\n".join(lines) + "\n"
    return f"shelf{number:05}.md", f"# Shelf {number}\n\n" + "\n\n".join(lines) + "\n"
