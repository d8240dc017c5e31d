"""Maps beside what they were, in real repositories."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.repository import Repository, repository

from journeykit.cli.maps import Reader
from journeykit.cli.revisions import read, revisions, since
from journeykit.diff.revision import steps
from journeykit.source.text import UnreadableError

OLD = "journey: 1\nid: m\ntitle: T\nrevision: 2025\nstages:\n- stage: A\n  questions: [Why is it so?]\n"
NEW = OLD.replace("2025", "2026").replace("[Why is it so?]", "[{question: Why is it so?, answer: Because.}]")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = repository(tmp_path / "repo")
    made.write(a_YAML=OLD)
    made.commit(2025, "v1")
    made.write(a_YAML=NEW)
    made.commit(2026)
    monkeypatch.chdir(made.folder)
    return made


def messages(names: list[str], revision: str) -> list[list[str]]:
    return [[change.message for change in one.diff.told] if one.diff else [] for one in since(names, revision, Reader(), True)]  # fmt: skip


@pytest.mark.parametrize("revision", ["v1", "HEAD~1", "2025", "2025-06", "2025-12-31"])
def test_a_map_since_a_revision(repo: Repository, revision: str) -> None:
    (one,) = since(["a.journey.yaml"], revision, Reader(), True)
    assert one.old is not None
    assert one.old.source.name == f"{revision}:a.journey.yaml"
    assert one.diff is not None
    assert "answered: Why is it so?" in [change.message for change in one.diff.told]


def test_a_tag_wins_over_the_year_of_its_name_and_a_commits_digits_do_not(repo: Repository) -> None:
    repo.git("tag", "2025", "HEAD")
    assert messages(["a.journey.yaml"], "2025") == [[]]
    repo.git("tag", "-d", "2025")
    assert messages(["a.journey.yaml"], "2025") != [[]]


def test_a_tag_that_begins_with_a_dash(repo: Repository) -> None:
    repo.git("update-ref", "refs/tags/--output=x", "HEAD~1")
    assert messages(["a.journey.yaml"], "--output=x")[0]
    assert not (repo.folder / "x").exists()


def test_a_map_not_yet_committed_and_one_that_is_gone(repo: Repository) -> None:
    repo.write(b_YAML=OLD.replace("id: m", "id: other").replace("Why", "Whence came"))
    (repo.folder / "a.journey.yaml").unlink()
    found = {(one.old is None, one.new is None) for one in since([], "v1", Reader(), True)}
    assert found == {(True, False), (False, True)}
    (gone,) = since(["a.journey.yaml"], "v1", Reader(), True)
    assert gone.old is not None
    assert gone.new is None


@pytest.mark.parametrize(
    "name", ["b.journey.yaml", "mäps/購入 の 地図.journey.yaml", "a[1] *?.journey.yaml", "'\"$(x).journey.yaml"]
)
def test_a_rename_with_spaces_and_any_script(repo: Repository, name: str) -> None:
    repo.put(name, NEW)
    (repo.folder / "a.journey.yaml").unlink()
    repo.git("add", "-A")
    (one,) = since([], "v1", Reader(), True)
    assert one.notes == (f"renamed from a.journey.yaml to {name}",)
    assert one.diff is not None
    repo.commit(2026)
    assert next(step[2].source.name for step in revisions(name, "commit", Reader())).endswith("a.journey.yaml")
    (same,) = since([name], "HEAD", Reader(), True)
    assert same.is_same_text


def test_a_rename_with_a_rewrite_is_known_by_the_maps_id(repo: Repository) -> None:
    (repo.folder / "a.journey.yaml").unlink()
    repo.write(
        quite__other_YAML="# all anew\njourney: 1\nid: m\ntitle: Another title altogether\nstages: [One, Two, Three]\n"
    )
    (one,) = since([], "v1", Reader(), True)
    assert one.notes[0] == "renamed from a.journey.yaml to quite/other.journey.yaml"
    assert one.diff is not None


def test_the_id_of_a_map_says_more_than_the_likeness_of_its_text(repo: Repository) -> None:
    anew = "journey: 1\nid: m\ntitle: Another title altogether\nstages: [One, Two, Three]\n"
    repo.write(other_YAML=anew.replace("id: m", "id: other"))
    repo.commit(2026, "both")
    (repo.folder / "a.journey.yaml").unlink()
    repo.git("mv", "other.journey.yaml", "new.journey.yaml")
    repo.write(new_YAML=anew)
    renamed, gone = since([], "both", Reader(), True)
    assert renamed.notes == ("renamed from a.journey.yaml to new.journey.yaml",)
    assert gone.new is None
    assert gone.old is not None
    assert gone.old.source.name == "both:other.journey.yaml"


def test_a_split_says_where_from(repo: Repository) -> None:
    whole = "journey: 1\nid: whole\ntitle: W\nstages:\n" + "".join(
        f"- stage: Stage {n}\n  actions: [Does {n} here]\n" for n in range(6)
    )
    half = "journey: 1\nid: half\ntitle: H\nstages:\n" + "".join(
        f"- stage: Stage {n}\n  actions: [Does {n} here]\n" for n in range(3, 6)
    )
    repo.write(w_YAML=whole)
    repo.commit(2025, "whole")
    repo.write(w_YAML=whole[: whole.index("- stage: Stage 3")], h_YAML=half)
    notes = [note for one in since([], "whole", Reader(), True) for note in one.notes]
    assert notes == ["split off from whole:w.journey.yaml: 6 of its elements are here now"]


def test_the_library_and_the_configuration_as_they_were(repo: Repository) -> None:
    text = "journey: 1\nid: l\ntitle: T\ntemplate: ours\nstages:\n- stage: Need\n  questions: [{question: Why?, help: [faq]}]\n"
    repo.put("sub/journey.toml", 'library = ["../lib/**/*.yaml"]\n[templates]\nours = ["need"]\n')
    repo.put("lib/deep/help.yaml", "help: {faq: {name: Answers, state: planned}}\n")
    repo.put("sub/l.journey.yaml", text)
    repo.commit(2025, "lib")
    repo.put("lib/deep/help.yaml", "help: {faq: {name: Answers, state: live}}\n")
    (one,) = since(["sub/l.journey.yaml"], "lib", Reader(), True)
    assert one.old is not None
    assert one.old.diagnostics == ()
    assert one.diff is not None
    assert {(change.element, change.field, change.follows) for change in one.diff.changes} == {
        ("help/faq", "state", None),
        ("stages/need/questions/why", "state", "help/faq"),
    }
    old = read("lib:sub/l.journey.yaml", Reader())
    assert old.journey is not None
    assert old.journey.help["faq"].state == "planned"
    assert old.source.name == "lib:sub/l.journey.yaml"
    repo.put("sub/journey.toml", 'library = ["../nowhere/*.yaml"]\n')
    repo.put("lib/deep/help.yaml", "")
    again = read("lib:sub/l.journey.yaml", Reader())
    assert again.journey is not None
    assert again.journey.help["faq"].state == "planned"
    name, _, document = revisions("sub/l.journey.yaml", "commit", Reader(isolated=True))[0]
    assert name != "now"
    assert not document.is_sound  # alone, the map knows of no library
    repo.git("checkout", "-q", "--", ".")
    ((_, _, document),) = revisions("sub/l.journey.yaml", "commit", Reader())
    assert document.journey is not None
    assert document.journey.help["faq"].state == "planned"


def test_a_broken_configuration_of_then_is_said(repo: Repository) -> None:
    repo.put("journey.toml", "library = 3\n")
    repo.commit(2025, "broken")
    (repo.folder / "journey.toml").unlink()
    (one,) = since(["a.journey.yaml"], "broken", Reader(), True)
    assert "broken:journey.toml: `library`" in one.notes[0]
    assert one.notes[0].endswith("the map is read without it")


def test_a_revision_in_a_broken_or_older_format_is_compared_as_far_as_it_loads(repo: Repository) -> None:
    repo.write(a_YAML=OLD.replace("questions:", "qestions_of_old: 1\n  questions:"))
    repo.commit(2023, "odd")
    repo.write(a_YAML="journey: [")
    repo.commit(2024, "torn")
    (repo.folder / "a.journey.yaml").write_bytes(b"\xff\xfe\x00")
    repo.commit(2024, "bytes")
    repo.write(a_YAML=NEW)
    (one,) = since(["a.journey.yaml"], "odd", Reader(), True)
    assert "odd:a.journey.yaml has errors and is compared as far as it loads" in one.notes[0]
    assert one.diff is not None
    for tag in ("torn", "bytes"):
        (one,) = since(["a.journey.yaml"], tag, Reader(), True)
        assert f"{tag}:a.journey.yaml could not be read" in one.notes[0]
        assert one.diff is None
    told = revisions("a.journey.yaml", "tag", Reader())
    assert [name for name, *_ in told] == ["odd", "bytes", "torn", "v1", "now"]


def test_from_a_subfolder(repo: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write(maps__b_YAML=OLD.replace("id: m", "id: b"), other__c_YAML=OLD.replace("id: m", "id: c"))
    repo.commit(2025, "more")
    monkeypatch.chdir(repo.folder / "maps")
    repo.git("config", "diff.relative", "true")
    assert [one.new.source.name for one in since([], "more", Reader(), True) if one.new] == ["b.journey.yaml"]
    (one,) = since(["../a.journey.yaml"], "v1", Reader(), True)
    assert one.diff is not None
    assert one.diff.changes
    assert len(revisions("../a.journey.yaml", "year", Reader())) == 2


def test_a_worktree_and_a_submodule(repo: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.git("worktree", "add", "-q", str(tmp_path / "tree"), "HEAD")
    monkeypatch.chdir(tmp_path / "tree")
    assert messages(["a.journey.yaml"], "v1")[0]
    above = repository(tmp_path / "above")
    above.git("submodule", "add", "-q", str(repo.folder), "inner")
    above.commit(2026)
    monkeypatch.chdir(above.folder)
    assert messages(["inner/a.journey.yaml"], "v1")[0]
    assert messages(["inner"], "v1")[0]
    assert [name for name, *_ in revisions("inner/a.journey.yaml", "year", Reader())] == ["2025", "2026"]


def test_the_maps_of_a_submodule_are_compared_with_what_it_was_then(
    repo: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    above = repository(tmp_path / "above")
    above.write(own_YAML=OLD.replace("id: m", "id: own"))
    above.commit(2024, "before")
    above.git("submodule", "add", "-q", str(repo.folder), "sub folder/inner")
    Repository(above.folder / "sub folder" / "inner").git("checkout", "-q", "v1")
    above.commit(2025, "then")
    inner = Repository(above.folder / "sub folder" / "inner")
    inner.git("checkout", "-q", "main")
    monkeypatch.chdir(above.folder)
    own, one = since([], "then", Reader(), True)
    assert own.is_same_text
    assert one.new is not None
    assert one.new.source.name == "sub folder/inner/a.journey.yaml"
    assert one.diff is not None
    assert "answered: Why is it so?" in [change.message for change in one.diff.told]
    # Before there was a submodule, its maps were not there.
    assert [item.old is None for item in since([], "before", Reader(), True)] == [False, True]


def test_a_bare_repository(repo: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.git("clone", "-q", "--bare", str(repo.folder), str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")
    old, new = read("v1:a.journey.yaml", Reader()), read("HEAD:a.journey.yaml", Reader())
    assert old.journey is not None
    assert new.journey is not None
    assert (old.journey.revision, new.journey.revision) == ("2025", "2026")
    with pytest.raises(UnreadableError, match="compare two revisions"):
        list(since([], "v1", Reader(), True))
    assert [name for name, *_ in revisions("a.journey.yaml", "year", Reader())] == ["2025", "2026"]


def test_a_shallow_clone_says_which_fetch_it_needs(
    repo: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.git("clone", "-q", "--depth", "1", f"file://{repo.folder}", str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    for revision in ("v1", "2025"):
        with pytest.raises(UnreadableError, match="git fetch --unshallow --tags"):
            list(since(["a.journey.yaml"], revision, Reader(), True))


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.journey.yaml").write_text(OLD)
    with pytest.raises(UnreadableError, match="not in a git repository"):
        list(since(["a.journey.yaml"], "v1", Reader(), True))
    with pytest.raises(UnreadableError, match="not in a git repository"):
        revisions("a.journey.yaml", "auto", Reader())


def test_blobs_are_read_in_few_processes_and_nothing_is_touched(
    repo: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        repo.write(a_YAML=f"{NEW}summary: Number {number}\n")
        repo.commit(2026, f"t{number:02}")
    before = {path: path.stat().st_mtime_ns for path in repo.folder.rglob("*")}
    asked: list[tuple[str, ...]] = []
    ran = subprocess.run

    def counted(command: list[str], **kwargs: object) -> object:
        asked.append(tuple(command))
        assert not kwargs.get("shell")
        return ran(command, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr("journeykit.source.git.subprocess.run", counted)
    told = revisions("a.journey.yaml", "tag", Reader())
    assert [name for name, *_ in told] == ["v1", *(f"t{number:02}" for number in range(12))]
    assert sum("--batch" in command for command in asked) == 1
    assert len(asked) <= 8
    assert {path: path.stat().st_mtime_ns for path in repo.folder.rglob("*")} == before


def test_history_follows_renames_and_names_years(repo: Repository) -> None:
    repo.git("mv", "a.journey.yaml", "b.journey.yaml")
    repo.commit(2027)
    told = revisions("b.journey.yaml", "year", Reader())
    assert [(name, document.source.name) for name, _, document in told] == [
        ("2025", "2025:a.journey.yaml"), ("2026", "2026:a.journey.yaml"), ("2027", "2027:b.journey.yaml"),
    ]  # fmt: skip
    repo.write(b_YAML=NEW + "summary: Not yet\n")
    assert [name for name, *_ in revisions("b.journey.yaml", "auto", Reader())][-1] == "now"


def test_history_follows_a_file_that_was_renamed_and_rewritten_at_once(repo: Repository) -> None:
    anew = "# all anew\njourney: 1\nid: m\ntitle: Another title altogether\nstages: [One, Two, Three]\n"
    repo.write(other_YAML="journey: 1\nid: other\ntitle: Unlike\nstages: [Alpha, Beta, Gamma, Delta]\n")
    repo.commit(2026)
    (repo.folder / "a.journey.yaml").unlink()
    (repo.folder / "other.journey.yaml").unlink()
    repo.write(quite__new_YAML=anew)
    # Not committed yet, then committed, then renamed and rewritten once more.
    assert [name for name, *_ in revisions("quite/new.journey.yaml", "year", Reader())] == ["2025", "2026", "now"]
    repo.commit(2027)
    repo.write(third_YAML=NEW.replace("revision", "summary: Short\nrevision"))
    (repo.folder / "quite" / "new.journey.yaml").unlink()
    repo.commit(2028, "v2")
    for by, names in (("year", ["2025", "2026", "2027", "2028"]), ("auto", ["v1", "v2"])):
        found = steps(revisions("third.journey.yaml", by, Reader()))
        assert [step.name for step in found] == names
    notes = [step.change.notes for step in steps(revisions("third.journey.yaml", "year", Reader())) if step.change]
    assert notes == [
        (),
        ("renamed from a.journey.yaml to quite/new.journey.yaml",),
        ("renamed from quite/new.journey.yaml to third.journey.yaml",),
    ]


def test_history_does_not_take_another_map_for_a_former_one(repo: Repository) -> None:
    (repo.folder / "a.journey.yaml").unlink()
    repo.write(b_YAML="journey: 1\nid: other\ntitle: Unlike\nstages: [Alpha, Beta, Gamma, Delta]\n")
    repo.commit(2027)
    assert [name for name, *_ in revisions("b.journey.yaml", "commit", Reader())][1:] == []


def test_history_of_a_map_in_a_repository_without_commits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = repository(tmp_path / "fresh")
    made.write(a_YAML=NEW)
    monkeypatch.chdir(made.folder)
    assert [name for name, *_ in revisions("a.journey.yaml", "auto", Reader())] == ["now"]
