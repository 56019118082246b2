"""Pure functions over text: folding, language, dates."""
