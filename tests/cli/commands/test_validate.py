from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.repository import repository


def test_a_sound_map_is_one_line_and_zero(journey, bicycle: Path) -> None:
    ended = journey("validate", bicycle, "--select", "JK0")
    assert ended.code == 0
    assert ended.out == "Checked 1 map: nothing found.\n"


def test_errors_end_with_one_and_are_all_told(journey, folder: Path) -> None:
    (folder / "bad.journey.yaml").write_text(
        "journey: 1\ntitel: x\nstages:\n  - stage: One\n    actions:\n      - action: Walks\n        emotion: 7\n"
    )
    ended = journey("validate", "--select", "JK0", "bad.journey.yaml", "--format", "concise")
    assert ended.code == 1
    assert ended.out.splitlines() == [
        "bad.journey.yaml:2:1: error JK002 unknown-key a map has no key `titel`",
        "bad.journey.yaml:7:18: error JK005 out-of-scale `score`: '7' is outside the scale from -2 to 2",
    ]


def test_json_has_the_documented_shape(journey, folder: Path) -> None:
    (folder / "bad.journey.yaml").write_text("journey: 1\ntitle: T\nstages: [A]\nowner: [a, b]\n")
    ended = journey("validate", "--select", "JK0", "--format", "json")
    report = json.loads(ended.out)
    assert list(report) == ["version", "summary", "diagnostics"]
    assert report["summary"] == {"maps": 1, "errors": 1, "warnings": 0, "infos": 0}
    (found,) = report["diagnostics"]
    assert list(found) == [
        "path", "line", "column", "end_line", "end_column", "code", "name", "severity", "message", "hint", "element",
        "related", "fix", "fingerprint",
    ]  # fmt: skip
    assert (found["path"], found["line"], found["column"], found["end_column"]) == ("bad.journey.yaml", 4, 8, 14)


def test_several_formats_in_one_run(journey, bicycle: Path) -> None:
    ended = journey(
        "validate", bicycle, "-f", "text", "-f", "json=out/report.json", "-f", "concise=c.txt", "--select", "JK0"
    )
    assert ended.code == 0
    assert json.loads(Path("out/report.json").read_text())["summary"]["maps"] == 1
    assert Path("c.txt").read_text() == ""


@pytest.mark.parametrize(("limit", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on(journey, folder: Path, limit: str, code: int) -> None:
    (folder / "cut.journey.yaml").write_text("journey: 1\ntitle: We are #1\nstages: [A]\n")
    assert journey("validate", "--select", "JK0", "--fail-on", limit).code == code


def test_fail_on_comes_from_the_configuration(journey, folder: Path) -> None:
    (folder / "cut.journey.yaml").write_text("journey: 1\ntitle: We are #1\nstages: [A]\n")
    (folder / "journey.toml").write_text('fail-on = "warning"\n')
    assert journey("validate", "--select", "JK0").code == 1
    assert journey("validate", "--select", "JK0", "--isolated").code == 0


def test_what_cannot_be_opened_is_three_and_wins(journey, folder: Path) -> None:
    (folder / "bad.journey.yaml").write_text("- a list\n")
    ended = journey("validate", "--select", "JK0", "bad.journey.yaml", "gone.journey.yaml")
    assert ended.code == 3
    assert "gone.journey.yaml cannot be read: no such file" in ended.err
    assert "JK001" in ended.out


def test_a_folder_without_maps_is_fine_and_says_so(journey, folder: Path) -> None:
    ended = journey("validate", "--select", "JK0")
    assert (ended.code, ended.out) == (0, "No maps found.\n")


def test_github_is_the_default_inside_github_actions(journey, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "bad.journey.yaml").write_text("journey: 1\ntitle: T\nstages: [A]\nowner: [a, b]\n")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert journey("validate", "--select", "JK0").out.startswith(
        "::error file=bad.journey.yaml,line=4,endLine=4,col=8,endColumn=14,"
    )


def test_wrong_usage_is_two(journey, folder: Path) -> None:
    assert journey("validate", "--select", "JK0", "--format", "jsom").code == 2
    assert "did you mean json?" in journey("validate", "--select", "JK0", "--format", "jsom").err
    (folder / "journey.toml").write_text("libary = []\n")
    ended = journey("validate", "--select", "JK0")
    assert ended.code == 2
    assert "unknown key `libary`, did you mean `library`?" in ended.err


def test_at_most_so_many_findings_are_told_and_all_are_counted(journey, folder: Path) -> None:
    (folder / "bad.journey.yaml").write_text("journey: 1\ntitle: T\nstages: [A]\na: 1\nb: 1\nc: 1\n")
    ended = journey("validate", "--select", "JK0", "--max-findings", "1")
    assert ended.out.count("error[JK002]") == 1
    assert "3 errors" in ended.out
    assert "2 more findings are not told." in ended.out


def test_colour_only_where_it_is_asked_for(journey, folder: Path) -> None:
    (folder / "bad.journey.yaml").write_text("[]\n")
    assert "\x1b[" not in journey("validate", "--select", "JK0").out
    assert "\x1b[" in journey("validate", "--select", "JK0", "--color", "always").out


def test_a_defect_is_seventy_and_asks_for_a_report(journey, bicycle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("what nobody foresaw")

    monkeypatch.setattr("journeykit.cli.check.check_collection", broken)
    ended = journey("validate", "--select", "JK0", bicycle)
    assert ended.code == 70
    assert "please report it" in ended.err
    assert "Traceback" not in ended.err


OPEN = "journey: 1\ntitle: T\nstages:\n  - stage: A\n    questions: [Why me?]\n"


def test_rules_are_selected_and_ignored(journey, folder: Path) -> None:
    (folder / "m.journey.yaml").write_text(OPEN)
    only = journey("validate", "--select", "JK202", "-f", "concise")
    assert only.out == "m.journey.yaml:5:17: warning JK202 unanswered-question nothing answers 'Why me?'\n"
    assert journey("validate", "--select", "JK202", "--ignore", "unanswered-question", "-f", "concise").out == ""
    assert journey("validate", "--select", "JK202", "--fail-on", "warning").code == 1
    assert journey("validate", "--select", "JK202", "--profile", "strict").code == 1
    ended = journey("validate", "--select", "unanswerd-question")
    assert (ended.code, "did you mean unanswered-question?" in ended.err) == (2, True)


def test_a_baseline_holds_what_is_known(journey, folder: Path) -> None:
    (folder / "m.journey.yaml").write_text(OPEN)
    arguments = ("validate", "--select", "JK202", "--baseline", "known.json", "-f", "concise")
    assert journey(*arguments, "--write-baseline").code == 0
    (folder / "m.journey.yaml").write_text("# moved by a line\n" + OPEN.replace("[Why me?]", "[Why me?, Why now?]"))
    assert (
        journey(*arguments).out == "m.journey.yaml:6:26: warning JK202 unanswered-question nothing answers 'Why now?'\n"
    )
    (folder / "known.json").write_text("[]")
    assert journey(*arguments).code == 2


def test_since_a_revision_only_what_is_new(journey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    def git(*arguments: str) -> None:
        subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments], check=True,
                       capture_output=True)  # fmt: skip

    git("init", "-q")
    Path("m.journey.yaml").write_text(OPEN)
    git("add", ".")
    git("commit", "-qm", "first")
    Path("m.journey.yaml").write_text(OPEN.replace("[Why me?]", "[Why me?, Why now?]"))
    ended = journey("validate", "--select", "JK202", "--since", "HEAD", "-f", "concise")
    assert ended.out == "m.journey.yaml:5:26: warning JK202 unanswered-question nothing answers 'Why now?'\n"
    assert journey("validate", "--since", "no-such-ref").code == 3


def test_fix_mends_slips_and_keeps_every_comment(journey, folder: Path) -> None:
    text = (
        "# a head\r\njourney: 1\r\ntitle: T   # the title\r\nchannels: {web: Website}\r\nstages:\r\n"
        "  - stage: A\r\n    questons:   # asked often\r\n      - {question: Why?, channels: [wbe, Website], answer: So}\r\n"
    )
    (folder / "m.journey.yaml").write_bytes(text.encode())
    shown = journey("validate", "--select", "JK0", "--fix", "--diff")
    assert "+    questions:   # asked often" in shown.out
    assert (folder / "m.journey.yaml").read_bytes() == text.encode()
    ended = journey("validate", "--select", "JK0", "--fix", "-f", "concise")
    mended = (folder / "m.journey.yaml").read_bytes().decode()
    assert mended == text.replace("questons", "questions").replace("[wbe, Website]", "[wbe, web]")
    assert "JK008" in ended.out  # `wbe` is too far off to be beyond doubt
    assert "Mended 2 findings" in ended.err


def test_several_processes_find_the_same(journey, folder: Path) -> None:
    for number in range(9):
        (folder / f"m{number}.journey.yaml").write_text(OPEN.replace("title: T", f"title: T{number}"))
    (folder / "broken.journey.yaml").write_text("- a list\n")
    one = journey("validate", "--no-cache", "--jobs", "1", "-f", "json")
    assert json.loads(one.out)["summary"]["maps"] == 10
    assert journey("validate", "--no-cache", "--jobs", "3", "-f", "json") == one


def test_the_entries_of_a_shared_library_are_judged_once_in_its_file(journey, folder: Path) -> None:
    (folder / "journey.toml").write_text('library = "lib.yaml"\n')
    (folder / "lib.yaml").write_text("help:\n  guide: {name: Guide}\n")
    for name in ("a", "b"):
        stage = f"stages:\n  - stage: {name}\n    questions: [{{question: Why?, help: guide}}]\n"
        (folder / f"{name}.journey.yaml").write_text(f"journey: 1\ntitle: {name}\n{stage}")
    ended = journey("validate", "--select", "JK208", "-f", "concise")
    assert ended.out.startswith("lib.yaml:2:17: info JK208 help-without-owner ")
    assert len(ended.out.splitlines()) == 1
    (folder / "lib.yaml").write_text("# journey: ignore-file[JK208] nobody owns it\nhelp:\n  guide: {name: Guide}\n")
    assert journey("validate", "--select", "JK208", "-f", "concise").out == ""


def test_what_may_change_the_meaning_is_mended_on_request_alone(journey, folder: Path) -> None:
    text = "journey: 1\ntitle: T\nstages:\n  - {stage: A, id: x}  # one\n  - {stage: B, id: x}  # two\n"
    (folder / "m.journey.yaml").write_text(text)
    assert journey("validate", "--select", "JK0", "--fix").code == 1
    assert (folder / "m.journey.yaml").read_text() == text
    assert journey("validate", "--select", "JK0", "--fix", "--unsafe-fixes").code == 0
    assert (folder / "m.journey.yaml").read_text() == text.replace("{stage: B, id: x}", "{stage: B, id: x-2}")


BARE = "journey: 1\ntitle: T\nstages:\n  - {stage: A, needs: [x]}\n  - {stage: B, needs: [x]}\n  - {stage: C, needs: [x]}\n"


def test_a_baseline_that_knows_a_thing_of_all_knows_it_of_each(journey, folder: Path) -> None:
    file = folder / "m.journey.yaml"
    file.write_text(BARE)
    asked = ("validate", "--select", "JK108", "-f", "concise", "--baseline", "known.json")
    assert journey(*asked[:-2], "--fail-on", "info").out.count("JK108") == 1
    assert journey(*asked, "--write-baseline").code == 0
    file.write_text(BARE.replace("B, needs: [x]", "B, goal: Be dry"))
    assert journey(*asked).out == ""  # the first to be mended makes no new findings of the others
    file.write_text(BARE.replace("B, needs: [x]", "B, goal: Be dry") + "  - {stage: D, needs: [x]}\n")
    assert [line.partition(":")[2][:2] for line in journey(*asked).out.splitlines()] == ["7:"]


def test_a_thing_of_all_is_known_where_it_is_known_of_each(journey, folder: Path) -> None:
    file = folder / "m.journey.yaml"
    file.write_text(BARE + "  - {stage: D, goal: Be dry}\n")
    asked = ("validate", "--select", "JK108", "-f", "concise", "--baseline", "known.json")
    assert journey(*asked, "--write-baseline").code == 0
    file.write_text(BARE)
    assert journey(*asked).out == ""
    file.write_text(BARE + "  - {stage: D, needs: [x]}\n")
    assert journey(*asked).out.count("JK108") == 1


SAFE = """\
# head
journey: 1
title: T   # the title
owner: Us   # who
owner: Us
metrics:
  wait:
    name: Wait for an answer   # minutes
    now: 9 # now
    target: 3
    as_of: 2026-9-1
  calls: {name: Calls, now: 3, as_of: 2026/10, name: Calls}
stages:
  # journey: ignore[JK202] nothing there
  - stage: A   # journey: ignore[missing-gaol] hm
    actions:
      - action: Buys
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_beyond_doubt_is_mended_and_all_else_stays(journey, folder: Path, end: str) -> None:
    file = folder / "m.journey.yaml"
    file.write_bytes(SAFE.replace("\n", end).encode())
    asked = ("validate", "--extend-select", "JK", "-f", "concise", "--today", "2026-11-22", "--fix")
    shown = journey(*asked, "--diff")
    assert "-    as_of: 2026-9-1" in shown.out
    assert file.read_bytes() == SAFE.replace("\n", end).encode()
    ended = journey(*asked)
    assert "Mended 7 findings" in ended.err
    wanted = (
        SAFE.replace("owner: Us\n", "").replace("2026-9-1", "2026-09-01").replace("2026/10", "2026-10")
        .replace(", name: Calls}", "}").replace("target: 3\n", "target: 3\n    better: lower\n")
        .replace("  # journey: ignore[JK202] nothing there\n", "").replace("gaol", "goal")
    )  # fmt: skip
    assert file.read_bytes().decode() == wanted.replace("\n", end)
    assert "Mended" not in journey(*asked).err


UNSAFE = """\
journey: 1
title: T
personas:
  ana: Ana
  ben: {name: Ben}
metrics:
  wait: {name: Wait, now: 3, target: 9, as_of: 2026-10}
stages:
  - stage: A
    actions:
      - action: Buys
        confidence: validated # sure
        note: it's seen in #1 again
"""


def test_what_may_change_the_meaning_waits_to_be_asked_for(journey, folder: Path) -> None:
    file = folder / "m.journey.yaml"
    file.write_text(UNSAFE)
    asked = ("validate", "-f", "concise", "--today", "2026-11-22", "--fix")
    journey(*asked)
    assert file.read_text() == UNSAFE
    assert journey(*asked, "--unsafe-fixes", "--select", "JK902").code == 0
    quoted = UNSAFE.replace("it's seen in #1 again", "'it''s seen in #1 again'")  # faults are always told
    assert file.read_text() == quoted.replace("as_of: 2026-10", "as_of: 2026-10, better: higher")
    file.write_text(UNSAFE)
    journey(*asked, "--unsafe-fixes")
    assert file.read_text() == (
        UNSAFE.replace("title: T\n", "title: T\nreviewed: 2026-11-22\n")
        .replace("ana: Ana", "ana: {name: Ana, primary: true}")
        .replace("as_of: 2026-10", "as_of: 2026-10, better: higher")
        .replace("validated", "assumption").replace("it's seen in #1 again", "'it''s seen in #1 again'")
    )  # fmt: skip


@pytest.mark.parametrize(
    "twice",
    ["owner: Us\nowner: They", "owner: Us\nowner: Us  # who", "owner: Us\nowner: |\n  Us", "tags: [a]\ntags: [a]"],
)
def test_a_second_key_goes_only_where_nothing_is_lost(journey, folder: Path, twice: str) -> None:
    text = f"journey: 1\ntitle: T\n{twice}\nstages: [A]\n"
    (folder / "m.journey.yaml").write_text(text)
    assert journey("validate", "--select", "JK0", "--fix").code == 1
    assert (folder / "m.journey.yaml").read_text() == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# head\r\ntitle: T\r\nstages: [A]\r\n", "# head\r\njourney: 1\r\ntitle: T\r\nstages: [A]\r\n"),
        ("{title: T, stages: [A]}\n", "{journey: 1, title: T, stages: [A]}\n"),
    ],
)
def test_the_version_of_the_format_is_written(journey, folder: Path, text: str, wanted: str) -> None:
    (folder / "m.journey.yaml").write_bytes(text.encode())
    assert journey("validate", "--select", "JK0", "--fix").code == 0
    assert (folder / "m.journey.yaml").read_bytes().decode() == wanted


def test_a_diff_of_nothing_says_so(journey, folder: Path) -> None:
    (folder / "open.journey.yaml").write_text('journey: 1\ntitle: "open\nstages: [A]\n')
    ended = journey("validate", "--fix", "--diff")
    assert (ended.code, ended.out) == (1, "")
    assert "Nothing that --fix could mend." in ended.err


def test_standard_input_is_no_file_to_mend(journey, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slip = b"journey: 1\ntitle: A\nstages:\n  - stage: B\n    actons: [C]\n"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(slip)))
    ended = journey("validate", "--select", "JK0", "--fix", "-")
    assert ended.code == 2
    assert "standard input is none" in ended.err
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(slip)))
    ended = journey("validate", "--select", "JK0", "--fix", "--diff", "-")
    assert "+    actions: [C]" in ended.out
    assert "Would mend 1 finding." in ended.err


def test_what_could_not_be_read_is_told_also_where_a_baseline_is_written(journey, bicycle: Path) -> None:
    ended = journey("validate", bicycle, "nope.journey.yaml", "--baseline", "k.json", "--write-baseline")
    assert (ended.code, "nope.journey.yaml cannot be read" in ended.err) == (3, True)


def test_a_revision_is_no_file_to_mend(journey, folder: Path) -> None:
    made = repository(folder)
    made.put("m.journey.yaml", "journey: 1\ntitle: A\nstages:\n  - stage: B\n    actons: [C]\n")
    made.commit()
    ended = journey("validate", "--select", "JK0", "--fix", "HEAD:m.journey.yaml")
    assert (ended.code, "HEAD:m.journey.yaml is none" in ended.err) == (2, True)
    assert "+    actions: [C]" in journey("validate", "--fix", "--diff", "HEAD:m.journey.yaml").out


def test_who_asks_to_write_nothing_gets_no_baseline_written(journey, bicycle: Path) -> None:
    ended = journey("validate", bicycle, "--fix", "--diff", "--baseline", "k.json", "--write-baseline")
    assert (ended.code, Path("k.json").exists()) == (2, False)
