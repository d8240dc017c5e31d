"""What was measured, written down: one module a format, found by this folder."""
