"""The window. The only part of Curator that knows Qt."""
