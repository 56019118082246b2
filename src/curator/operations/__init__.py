"""Use cases: plain functions that the window and the command line share."""
