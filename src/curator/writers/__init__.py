"""Formats out: articles with their tags become a file, whole or not at all."""

from __future__ import annotations

from curator.writers.contract import Writer, WriteReport
from curator.writers.csv_table import CsvWriter
from curator.writers.json_lines import JsonLinesWriter
from curator.writers.registry import broken_writers, writer_for, writers

__all__ = [
    "CsvWriter",
    "JsonLinesWriter",
    "WriteReport",
    "Writer",
    "broken_writers",
    "writer_for",
    "writers",
]
