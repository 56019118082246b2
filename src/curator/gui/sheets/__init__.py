"""Sheets: one task each, over the window."""
