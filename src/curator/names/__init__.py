"""Names on record as people type them and as texts spell them: matching that needs no database."""
