"""All visible text of an HTML source, without a tree and without recursion: the last resort for odd pages."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from curator.text.plain import normalise

# Possessive throughout: time stays linear in the length of the source, whatever is left open in it.
_TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z)
      | <(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*+)(?>[^<>"']++|"[^"<]*+"|'[^'<]*+'|["'])*+>?
      | <[!?][^>]*+>?""",
    re.VERBOSE | re.DOTALL,
)
_BLOCK_TAGS = (
    "address article aside blockquote body br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " head header hr html li main nav ol option p pre section table tbody td tfoot th thead title tr ul"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_UNSEEN_TAGS = "script style noscript template svg iframe select textarea title object"
_UNSEEN = frozenset(_UNSEEN_TAGS.split())
# Without an end these hide the rest of the page, as in a browser; the others hide nothing then.
_HIDE_ALL = frozenset({"script", "style"})
_SPACES = re.compile(r"[ \t\r\f\v\n\u00a0]+")
_LINE = re.compile(r" *\n[ \n]*")


def visible_text(source: str) -> str:
    """Return the text that a browser would show, each block a paragraph, in the order of the source."""
    text = _LINE.sub("\n\n", "".join(_pieces(source)))
    return normalise(text).strip()


def _pieces(source: str) -> Iterator[str]:
    at, end = 0, len(source)
    unclosed: set[str] = set()
    while at < end:
        token = _TOKEN.search(source, at)
        stop = token.start() if token else end
        if stop > at:
            yield _SPACES.sub(" ", html.unescape(source[at:stop]))
        if token is None:
            return
        at = token.end()
        name = (token["name"] or "").lower()
        if name in _BLOCKS:
            yield "\n"
        if name in _UNSEEN and not token["close"] and name not in unclosed:
            closing = re.compile(f"</{name}\\s*>", re.I).search(source, at)
            if closing:
                at = closing.end()
            elif name in _HIDE_ALL:
                return
            else:
                unclosed.add(name)
