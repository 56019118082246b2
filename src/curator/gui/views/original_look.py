"""How a page as received is set: modest styles from the theme."""

from __future__ import annotations

from curator.gui.metrics import Metrics
from curator.gui.tokens import Tokens

# Elements that Qt's rich text does not know, as those that it does.
_AS = (("figure", "div"), ("section", "div"), ("article", "div"), ("main", "div"), ("header", "div"), ("mark", "span"))


def as_shown(html: str) -> str:
    """Return safe HTML (`text.safe_html`) as Qt's rich text shows it best."""
    for name, known in _AS:
        html = (
            html.replace(f"<{name}>", f"<{known}>")
            .replace(f"<{name} ", f"<{known} ")
            .replace(f"</{name}>", f"</{known}>")
        )
    html = html.replace("<figcaption>", '<p class="caption">').replace("<figcaption ", '<p class="caption" ')
    return html.replace("</figcaption>", "</p>").replace("<table>", '<table cellspacing="0" cellpadding="4">')


def style_sheet(tokens: Tokens, metrics: Metrics, px: int) -> str:
    """Return the styles of a page.

    Args:
        px: the size of the letters of its text.
    """
    gap, small = round(px * 0.7), round(px * 0.5)
    heads = ((1, 1.42), (2, 1.2), (3, 1.1), (4, 1.0), (5, 1.0), (6, 1.0))
    space = f"margin-top: {gap * 2}px; margin-bottom: {small}px;"
    rules = [f"h{rank} {{ font-size: {round(px * size)}px; font-weight: 600; {space} }}" for rank, size in heads]
    rules += [
        f"body, p, li, td, th {{ color: {tokens.text}; }}",
        f"p {{ margin-top: 0; margin-bottom: {gap}px; line-height: 130%; }}",
        f"ul, ol {{ margin-bottom: {gap}px; }}",
        f"li {{ margin-bottom: {round(px * 0.25)}px; }}",
        f"blockquote {{ margin-left: {px * 2}px; margin-right: {px}px; color: {tokens.text2}; font-style: italic; }}",
        f"table {{ border-collapse: collapse; margin-top: {small}px; margin-bottom: {gap}px; }}",
        f"td, th {{ border: {metrics.space_hair}px solid {tokens.line2}; padding: {metrics.space_s}px; }}",
        f"th {{ background-color: {tokens.window}; font-weight: 600; text-align: left; }}",
        f"pre, code, kbd, samp {{ font-family: monospace; font-size: {round(px * 0.9)}px; }}",
        f".caption {{ color: {tokens.text2}; font-size: {round(px * 0.85)}px; }}",
        f"small {{ font-size: {round(px * 0.85)}px; }}",
        # A link of the page leads nowhere here.
        f"a {{ color: {tokens.text}; text-decoration: none; }}",
    ]
    return "\n".join(rules)
