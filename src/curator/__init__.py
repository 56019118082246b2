"""Curator: curate archives of articles offline."""

__version__ = "0.1.0"
