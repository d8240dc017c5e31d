from __future__ import annotations

from pathlib import Path

import pytest

from journeykit.model.document import Document
from journeykit.model.load import load_path
from journeykit.source.text import UnreadableError


class House:
    """A project in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / ".git").mkdir()
        (folder / "library").mkdir()
        (folder / "journey.toml").write_text('library = ["library/*.yaml"]')

    def library(self, text: str, name: str = "all") -> None:
        (self.folder / "library" / f"{name}.yaml").write_text(text)

    def map(self, text: str) -> Document:
        (self.folder / "a.journey.yaml").write_text(f"journey: 1\ntitle: T\n{text}")
        return load_path("a.journey.yaml")

    def shared(self) -> list[tuple[str, str, int, str]]:
        """Code, file, line and element of what is wrong with the library."""
        from journeykit.model.libraries import load_shared
        from journeykit.model.project import find_project

        found = load_shared(find_project(self.folder)).diagnostics
        return [(one.code, one.path, one.span.line, one.element) for one in found]


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.chdir(tmp_path)
    return House(tmp_path)


STAGES = "stages: [{stage: a, actions: [{action: x, touchpoint: desk}]}]\n"


def test_what_a_map_refers_to_joins_it_with_all_that_leads_on(house: House) -> None:
    house.library("channels: {tel: Phone, web: Web}\npromises: {fair: Fair, fast: Fast}\n")
    house.library(
        "touchpoints: {desk: {name: Desk, channel: tel, promises: fair}, other: {name: O, channel: web}}", "two"
    )
    document = house.map(STAGES)
    assert document.diagnostics == ()
    journey = document.journey
    assert journey is not None
    assert (list(journey.touchpoints), list(journey.channels), list(journey.promises)) == (["desk"], ["tel"], ["fair"])
    assert document.shared == {"touchpoints/desk", "channels/tel", "promises/fair"}


def test_a_shared_entry_may_be_named_by_its_text(house: House) -> None:
    house.library("channels: {web-chat: Chat}\ntouchpoints: {desk: {name: D, channel: Web chat}}")
    document = house.map("stages: [{stage: a, actions: [{action: x, channel: Web Chat, touchpoint: Desk}]}]")
    assert house.shared() == []
    assert document.diagnostics == ()
    assert document.journey is not None
    assert document.journey.stages[0].actions[0].channel == "web-chat"
    assert document.journey.touchpoints["desk"].channel == "web-chat"


def test_an_own_entry_of_a_shared_id_is_an_error_unless_it_overrides(house: House) -> None:
    house.library("channels: {tel: Phone}\ntouchpoints: {desk: {name: Desk, channel: tel}}")
    document = house.map(f"channels: {{tel: Our phone}}\n{STAGES}")
    (clash,) = document.diagnostics
    assert (clash.code, clash.element, clash.span.line, clash.span.column) == ("JK007", "channels/tel", 3, 12)
    assert (clash.related[0].path, clash.related[0].span.line) == ("library/all.yaml", 1)
    document = house.map(f"channels: {{tel: {{name: Our phone, overrides: yes}}}}\n{STAGES}")
    assert document.diagnostics == ()
    assert document.journey is not None
    assert document.journey.channels["tel"].name == "Our phone"
    assert "channels/tel" not in document.shared  # it is the map's own, and judged there


def test_faults_of_a_library_stand_in_the_library(house: House) -> None:
    house.library(
        "channels:\n  web: {name: Web, knd: digital}\n  tel: {name: T, kind: loud}\ntouchpoints: {desk: {name: D, channel: wbe}}\n"
        "stages: [a]\npersonas:\n  my mum: Mum\n"
    )
    assert sorted(house.shared()) == [
        ("JK002", "library/all.yaml", 2, "channels/web"),
        ("JK002", "library/all.yaml", 5, "stages"),
        ("JK003", "library/all.yaml", 7, "personas/my mum"),
        ("JK005", "library/all.yaml", 3, "channels/tel"),
        ("JK008", "library/all.yaml", 4, "touchpoints/desk"),
    ]


def test_one_id_in_two_files(house: House) -> None:
    house.library("channels:\n  tel: Phone", "a")
    house.library("channels:\n  web: W\n  tel: Telephone", "b")
    assert house.shared() == [("JK007", "library/b.yaml", 3, "channels/tel")]


@pytest.mark.parametrize("text", ["channels: [", "", "- a", "a: \x00", "channels: [tel]", "channels: {tel: [a]}"])
def test_a_library_that_cannot_be_read_is_told_there_and_not_in_every_map(house: House, text: str) -> None:
    house.library(text)
    assert len(house.shared()) == 1
    assert house.map("stages: [{stage: a, actions: [{action: x, channel: tel}]}]").diagnostics == ()


def test_a_library_that_cannot_be_opened(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.library("channels: {}")
    (house.folder / "library" / "all.yaml").unlink()
    (house.folder / "library" / "all.yaml").symlink_to("/proc/self/mem")
    with pytest.raises(UnreadableError):
        house.shared()


def test_an_entry_that_overrides_is_the_maps_own(house: House) -> None:
    house.library("channels: {tel: Phone, web: Web}\ntouchpoints: {desk: {name: Desk, channel: tel}}")
    document = house.map(
        "channels: {tel: {name: Our phone, overrides: yes}}\nstages:\n"
        "  - {stage: A, actions: [{action: X, channel: web}, {action: Y, touchpoint: desk}]}\n"
    )
    assert document.shared == {"channels/web", "touchpoints/desk"}
