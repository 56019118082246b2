"""The archive: a folder with a SQLite database as the only truth."""
