"""The faults of a file: the codes, names, severities and pages of the rules JK001 to JK012."""

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
    "JK011": ("idle-suppression", "warning"),
    "JK012": ("text-cut", "warning"),
}

#: What each finds, for its page.
FAULT_PAGES = {
    "JK001": "The file cannot be parsed as YAML, is not UTF-8, empty, several documents, or not one mapping.",
    "JK002": "A key that the format does not have, and that does not begin with `x-`.",
    "JK003": "A value of another form than its key takes: text, a number, a date, a duration, an amount, a condition.",
    "JK004": "A required key is absent or empty.",
    "JK005": "A number outside its scale, a share above 1, or a word outside its closed list.",
    "JK006": "A key that stands twice in one mapping; only one of the two would count.",
    "JK007": "Two siblings of a kind, two maps of a project, or a map and its library with one id.",
    "JK008": "A reference to something that is not there.",
    "JK009": "A file above 10 MB, nested above 100 levels, above 100,000 values, or with an anchor inside itself.",
    "JK010": "A version of the format that this program does not know.",
    "JK011": "A suppression without a reason, with a name that is no rule, or with nothing to suppress.",
    "JK012": "Plain text that a `#` cuts short: what follows it is read as a comment and lost.",
}
