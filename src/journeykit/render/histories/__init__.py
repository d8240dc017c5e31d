"""The history of a map, written down: one module a format, found by this folder."""
