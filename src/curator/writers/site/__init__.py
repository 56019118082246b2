"""A site of plain HTML pages that can be read from a folder; its templates are in resources/site/."""

from __future__ import annotations

from curator.writers.site.writer import SiteWriter

__all__ = ["SiteWriter"]
