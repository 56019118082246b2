"""Formats in: a file becomes articles, in a contained child process."""
