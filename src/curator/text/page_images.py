"""Where the pictures of a page stand: their addresses, their words, the text around them, what they are aside in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html.parser import HTMLParser

# Where pages keep the address of a picture that is fetched when it comes into sight.
_ATTRIBUTES = ("src", "data-src", "data-original", "data-lazy-src", "data-lazy", "data-full-src")
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
# SingleFile keeps a picture that is shown several times as a variable of the style sheet.
_VARIABLE = re.compile(r"var\((--sf-img-\d{1,6})\)")
_VARIABLES = re.compile(r"(--sf-img-\d{1,6})\s*:\s*url\(\s*[\"']?([^\"')\s]{1,200})")
_ASIDE_TAGS = frozenset({"nav", "aside", "footer", "form"})
# Their ends are always written; that of a paragraph may be missing, and all after it would seem to stand in it.
_HOLDERS = frozenset({"div", "section", "ul", "ol", "dl", "table", "header", "details", "figure"})
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|sidebar|comments?|disqus|shar(?:e|ing)|social|advert\w*|banner|promo\w*"
    r"|newsletter|popular|trending|outbrain|taboola|footer|avatar|logo|emoji)(?:$|[\s_-])"
)
_SIGN = re.compile(
    r"(?:^|[\s_./-])(?:logo\w*|g?r?avatars?|icons?|favicon|emoji|sprite|pixel|badge|spacer)(?:$|[\s_./-])"
)
_MOST_SIGN_WORDS = 4
_VOID = frozenset(
    {"img", "br", "hr", "input", "meta", "link", "source", "area", "base", "col", "embed", "wbr", "track"}
)
_UNSEEN = frozenset({"script", "style", "template", "title", "head", "svg", "select", "textarea"})
_MOST_WORDS = 300
_MOST_IMAGES = 5_000
# The outermost suffice; a page may be nested without end.
_MOST_ASIDES = 20


@dataclass(frozen=True, slots=True)
class PageImage:
    """A picture in a page.

    Args:
        addresses: what it may be found by, the likeliest first.
        words: its caption, else its alternative text; empty where it has none.
        at: how many letters of the page's text stand before it, white space not counted.
        asides: numbers of `PageImages.asides` that it stands in.
        width, height: as the page states them (px); 0 where it does not.
        is_sign: by its name it is a sign of the site (a logo, an avatar), and it stands in no figure.
    """

    addresses: tuple[str, ...]
    words: str
    at: int
    asides: tuple[int, ...] = ()
    width: int = 0
    height: int = 0
    is_sign: bool = False


@dataclass(frozen=True, slots=True)
class PageImages:
    """The pictures of a page, its text without white space, and where in that text the parts lie that go beside it.

    Args:
        asides: start and end of each (letters of `text`).
        heads: where its headings of the first rank stand.
        shared: the pictures that it wants to be shown with (og:image).
        variables: names of style sheet variables -> addresses.
    """

    images: tuple[PageImage, ...]
    text: str
    asides: tuple[tuple[int, int], ...]
    heads: tuple[int, ...]
    shared: tuple[str, ...]
    variables: Mapping[str, str]


def page_images(source: str) -> PageImages:
    """Return the pictures of an HTML source, however broken."""
    walk = _Walk()
    walk.feed(source)
    walk.close()
    variables = dict(_VARIABLES.findall(source))
    asides = tuple((start, walk.at if end is None else end) for start, end in walk.asides)
    images = tuple(walk.finished(number) for number in range(len(walk.images)))
    return PageImages(images, "".join(walk.text), asides, tuple(walk.heads), tuple(walk.shared), variables)


def addresses_of(attributes: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return what a picture may be found by, from the attributes of its element, the likeliest first."""
    found = _VARIABLE.findall(attributes.get("style") or "")
    found += [(attributes.get(name) or "").strip() for name in _ATTRIBUTES]
    for name in _SETS:
        choices = [choice.split() for choice in (attributes.get(name) or "").split(",") if choice.strip()]
        found += [choice[0] for choice in sorted(choices, key=_resolution, reverse=True)]
    return tuple(dict.fromkeys(address for address in found if address and not address.startswith("data:")))


def _resolution(choice: list[str]) -> float:
    try:
        return float(choice[1][:-1])
    except (IndexError, ValueError):
        return 0.0


class _Walk(HTMLParser):
    """Reads tags one after the other, without a tree, so that no depth of nesting matters."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.images: list[PageImage] = []
        self.text: list[str] = []
        self.at = 0
        self.asides: list[tuple[int, int | None]] = []
        self.heads: list[int] = []
        self.shared: list[str] = []
        self._open: list[tuple[str, int | None]] = []
        self._count: Counter[str] = Counter()
        self._within: list[int] = []
        self._figures: list[int] = []
        self._caption: list[str] = []
        self._captions: dict[int, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "img":
            self._add(attributes)
        elif tag == "meta" and attributes.get("property") == "og:image" and attributes.get("content"):
            self.shared.append(str(attributes["content"]).strip())
        if tag in _VOID:
            return
        if tag == "h1":
            self.heads.append(self.at)
        elif tag == "figure":
            self._figures.append(len(self.images))
        elif tag == "figcaption":
            self._caption = []
        aside = self._aside(tag, attributes)
        self._open.append((tag, aside))
        self._count[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        if not self._count[tag]:
            return
        if tag == "figcaption":
            self._describe()
        while True:
            last, aside = self._open.pop()
            self._count[last] -= 1
            if aside is not None:
                self.asides[aside] = (self.asides[aside][0], self.at)
                self._within.pop()
            if last == tag:
                break
        if tag == "figure" and self._figures:
            self._figures.pop()

    def handle_data(self, data: str) -> None:
        if any(self._count[tag] for tag in _UNSEEN):
            return
        if self._count["figcaption"]:
            self._caption.append(data)
        letters = "".join(data.split())
        self.text.append(letters)
        self.at += len(letters)

    def finished(self, number: int) -> PageImage:
        """Return a picture with the caption of its figure, if it has one."""
        image = self.images[number]
        words = self._captions.get(number) or image.words
        return replace(image, words=words)

    def _add(self, attributes: dict[str, str | None]) -> None:
        addresses = addresses_of(attributes)
        if addresses and len(self.images) < _MOST_IMAGES:
            width, height = (_number(attributes.get(name)) for name in ("width", "height"))
            words = _words(attributes.get("alt") or "")
            is_sign = not self._figures and _is_sign(attributes, words, addresses[0])
            self.images.append(
                PageImage(addresses, words, self.at, tuple(self._within[:_MOST_ASIDES]), width, height, is_sign)
            )

    def _aside(self, tag: str, attributes: dict[str, str | None]) -> int | None:
        named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
        if tag not in _ASIDE_TAGS and not (tag in _HOLDERS and _ASIDE.search(named)):
            return None
        self.asides.append((self.at, None))
        self._within.append(len(self.asides) - 1)
        return len(self.asides) - 1

    def _describe(self) -> None:
        """Give the words of a caption to the pictures of its figure that have none yet, or to the last picture."""
        words = _words("".join(self._caption))
        if not words:
            return
        first = self._figures[-1] if self._figures else len(self.images) - 1
        self._captions.update(dict.fromkeys(range(max(0, first), len(self.images)), words))
        if self._figures:
            self._figures[-1] = len(self.images)


def _is_sign(attributes: dict[str, str | None], words: str, address: str) -> bool:
    named = [attributes.get("class") or "", attributes.get("id") or "", address.partition("?")[0].rsplit("/", 1)[-1]]
    short = words if len(words.split()) <= _MOST_SIGN_WORDS else ""
    return any(_SIGN.search(each.lower()) for each in (*named, short))


def _words(text: str) -> str:
    return " ".join(text.split())[:_MOST_WORDS]


def _number(text: str | None) -> int:
    digits = (text or "").strip().removesuffix("px")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 0
