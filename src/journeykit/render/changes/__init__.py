"""What changed between revisions, written down: one module a format, found by this folder."""
