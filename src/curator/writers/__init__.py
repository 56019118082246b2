"""Formats out: articles with their tags become a file, whole or not at all."""

from __future__ import annotations

from curator.writers.contract import ExportSource, TableRow, Writer, WriteReport
from curator.writers.csv_table import CsvWriter
from curator.writers.json_lines import JsonLinesWriter
from curator.writers.package import PackageWriter
from curator.writers.registry import broken_writers, writer_for, writers
from curator.writers.site import SiteWriter
from curator.writers.xlsx import XlsxWriter

__all__ = [
    "CsvWriter",
    "ExportSource",
    "JsonLinesWriter",
    "PackageWriter",
    "SiteWriter",
    "TableRow",
    "WriteReport",
    "Writer",
    "XlsxWriter",
    "broken_writers",
    "writer_for",
    "writers",
]
