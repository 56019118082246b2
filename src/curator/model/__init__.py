"""The vocabulary: frozen dataclasses, no I/O."""
