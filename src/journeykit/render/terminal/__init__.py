"""Styled lines of text for a terminal: plain data that any writer can colour."""
