"""What libyaml says of a text that is not YAML, in the words of someone who writes maps, and where it began."""

from __future__ import annotations

import re
from typing import Any

from journeykit.source.flaw import Flaw
from journeykit.source.position import Lines, Span

_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Blanks that look like ordinary ones and are none: they come with texts copied from elsewhere.
_ODD_BLANK = re.compile(r"[ \t]*([\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff])")
_KEY_ALONE = re.compile(r"\s*(?:- +)*[\w-]+")
_KEY_AND_TEXT = re.compile(r"\s*(?:- +)*[\w-]+:\S")
_COMMENT = re.compile(r"[ \t]#.*")
_DASH_AND_TEXT = re.compile(r"\s*-[^\s-]")


def unprintable(text: str, lines: Lines, index: int | None = None) -> Flaw:
    """The flaw of a control character; without its index, of the first there is."""
    if index is None:
        found = _UNPRINTABLE.search(text)
        index = found.start() if found else 0
    message = f"the file holds the character U+{ord(text[index]):04X}, which no text has"
    return Flaw("JK001", message, "delete it", lines.span(index, index + 1))


#: What git leaves where two edits disagree.
_CONFLICT = re.compile(r"^<{7}(?= )(?=[^\0]*^={7}$)(?=[^\0]*^>{7} )", re.MULTILINE)


def explain(error: Any, text: str, lines: Lines, quoted: list[tuple[int, int]]) -> Flaw:
    """The flaw of an error of libyaml's; `quoted` holds start and end of the texts in quotation marks before it."""
    problem, context = error.problem or "", error.context or ""
    at = error.problem_mark.index if error.problem_mark else 0
    began = error.context_mark.index if error.context_mark else at

    def flaw(message: str, hint: str, start: int = at, length: int = 1) -> Flaw:
        return Flaw("JK001", message, hint, _place(text, lines, start, length))

    if conflict := _CONFLICT.search(text):
        hint = "keep one side, or both, and delete the lines of the signs <<<<<<<, ======= and >>>>>>>"
        return flaw("a merge left two versions here, and nobody has decided yet", hint, conflict.start(), 7)
    if "document" in context:
        return flaw("the file holds several documents", "keep one map a file; remove the `---`", at, 3)
    quote = began if _is_cut_off(problem) and "quoted scalar" in context else _open_quote(text, quoted, at)
    if quote is not None:
        return flaw("this quotation mark is never closed", "close it, or leave both marks out", quote)
    number, column = lines.at(at)
    line = lines.line(number)
    before = line[: column - 1]
    if odd := _odd_blank(lines, number):
        code = f"U+{ord(text[odd]):04X}"
        return flaw(f"the line begins with a blank of another kind, {code}", "indent with ordinary blanks", odd)
    if "could not find expected ':'" in problem:
        return _no_key(lines, began, flaw)
    if "mapping values are not allowed" in problem and _KEY_ALONE.fullmatch(before):
        start = at - len(before.lstrip())
        hint = "indent it like the key above, or quote the whole text"
        return flaw("this line goes on with the text above, and holds a colon", hint, start, at - start)
    if "expected ',' or" in problem:
        is_one_line = lines.at(began)[0] == number
        if line[column - 1 : column] == ":" and (is_one_line or not _KEY_ALONE.fullmatch(before)):
            return flaw("a colon followed by a blank stands inside a plain text", "quote the text")
        return _open_bracket(problem, is_one_line and at < len(text.rstrip()), began, flaw, text[began:at])
    if _stands_alone(problem) and before.strip(" -"):
        return flaw("the value before this has ended already", "quote the whole text, or delete what follows it")
    if text[at : at + 1] == "\t":
        return flaw("a tab stands where only blanks may", "indent with blanks")
    for sign, message, hint in _EXPLANATIONS:
        if sign in problem:
            return flaw(message, hint)
    told = f"this is not YAML: {problem}{f' ({context})' if context else ''}"
    return flaw(told, "check the indentation and the quotes")


def _place(text: str, lines: Lines, start: int, length: int) -> Span:
    """A span that stays on its line; at the end of the text, the last character before it."""
    start = min(start, max(0, len(text.rstrip()) - 1))
    line, column = lines.at(start)
    return Span(line, column, line, max(column, min(column + length, len(lines.line(line)) + 1)))


def _is_cut_off(problem: str) -> bool:
    return "end of stream" in problem or "document indicator" in problem


def _stands_alone(problem: str) -> bool:
    return any(sign in problem for sign in ("<block end>", "'-' indicator", "expected key"))


def _open_quote(text: str, quoted: list[tuple[int, int]], at: int) -> int | None:
    """Where the quotation mark opens that swallowed what follows, if one did.

    A mark left open is closed by the next one, and the fault shows right after it: `a: "x⏎b: "y"`.
    """
    start, end = max((span for span in quoted if span[1] <= at), default=(0, 0))
    if not end or text[end:at].strip():
        return None
    return start if re.search(r"\n\s*(- )?[\w-]+:", text[start:end]) else None


def _odd_blank(lines: Lines, number: int) -> int | None:
    """The index of a blank of another kind that begins a line, or the line before it."""
    for one in (number, number - 1):
        if one > 0 and (found := _ODD_BLANK.match(lines.line(one))):
            return lines.starts[one - 1] + found.start(1)
    return None


def _no_key(lines: Lines, began: int, flaw: Any) -> Flaw:
    number, column = lines.at(began)
    line = lines.line(number)
    length = max(1, len(line.rstrip()) - column + 1)
    hint = "add the colon, or indent it"
    if _KEY_AND_TEXT.match(line):
        hint = "put a blank after the colon"
    elif _DASH_AND_TEXT.match(line):
        hint = "put a blank after the dash"
    return flaw("this line is neither a key nor a part of a text", hint, began, length)


def _open_bracket(problem: str, is_closed: bool, began: int, flaw: Any, inside: str) -> Flaw:
    what, close = ("list in brackets", "]") if "']'" in problem else ("mapping in braces", "}")
    for comment in _COMMENT.finditer(inside):
        if close in comment[0]:
            message = f"the `{close}` of this {what} stands behind ` #`, and so in a comment"
            return flaw(message, "quote the text that holds the `#`", began + comment.start() + 1, len(comment[0]) - 1)
    if is_closed:
        return flaw(f"this does not fit into the {what}", f"add a comma or the `{close}` before it; quote texts in it")
    return flaw(f"this {what} is not closed", f"add the `{close}` or a comma; quote texts in it", began)


#: What libyaml says, and what it means to someone who writes a map.
_EXPLANATIONS = (
    ("mapping values are not allowed", "a colon followed by a blank stands inside a plain text", "quote the text"),
    ("found a tab", "a tab stands where only blanks may", "indent with blanks"),
    ("found character '\\t'", "a tab stands where only blanks may", "indent with blanks"),
    ("cannot start any token", "no text may begin with this character", "quote the text, or indent with blanks"),
    ("undefined alias", "this alias has no anchor", "write the anchor `&name` before it, or quote the text"),
    ("expected alphabetic or numeric", "no text may begin with `*` or `&`", "quote the text"),
    ("second occurrence", "this anchor stands here a second time", "give it another name"),
    ("node content", "a value is missing here", "write it, or close the bracket before it"),
    ("comment or line break", "after `|` or `>` the text begins on the next line", "put it there, or quote the text"),
    ("expected key", "the line does not fit the one above", "check the indentation: siblings begin in one column"),
    ("'-' indicator", "the line does not fit the list above", "check the indentation: items begin in one column"),
    ("block end", "the line does not fit the one above", "check the indentation: siblings begin in one column"),
    ("not allowed in this context", "this cannot stand here", "check the indentation, or quote the text"),
    ("unknown escape", "this escape has no meaning between double quotation marks", "use single ones, or write \\\\"),
    ("escape code", "this escape is no character", "write the character itself, or use single quotation marks"),
    ("hexdecimal", "this escape is not complete", "use single quotation marks, or write \\\\"),
    ("incompatible YAML", "the file asks for a YAML that is neither 1.1 nor 1.2", "delete the line `%YAML`"),
    ("directive", "a line that begins with `%` is a directive of YAML, and this is none", "quote the text"),
)
