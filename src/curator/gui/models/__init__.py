"""What the views show: rows fetched in pages as they are looked at."""
