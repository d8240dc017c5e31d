"""The faults that reading a file finds: the codes, names and severities of the rules JK001 to JK012."""

from __future__ import annotations

from journeykit.source.diagnostic import Severity

FAULTS: dict[str, tuple[str, Severity]] = {
    "JK001": ("syntax", "error"),
    "JK002": ("unknown-key", "error"),
    "JK003": ("wrong-type", "error"),
    "JK004": ("missing-key", "error"),
    "JK005": ("out-of-scale", "error"),
    "JK006": ("duplicate-key", "error"),
    "JK007": ("duplicate-id", "error"),
    "JK008": ("unknown-reference", "error"),
    "JK009": ("too-large", "error"),
    "JK010": ("format-version", "error"),
    "JK012": ("text-cut", "warning"),
}
