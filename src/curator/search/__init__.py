"""Full text: a Whoosh index that can be made again from the archive at any time."""
