"""The Curator package: a BagIt bag with originals, texts and all records; docs/package-format.md describes it."""

from __future__ import annotations

from curator.writers.package.writer import PackageWriter

__all__ = ["PackageWriter"]
