"""The parts of a poster: columns, words, channels, figures, metrics, cards."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest
import yaml

from journeykit.model.derive import Facts
from journeykit.model.elements import Journey
from journeykit.model.values import CalendarDate, Dated, parse_duration
from journeykit.render.views.poster import Poster, poster, words
from journeykit.render.views.poster.columns import columns, sheets, whole
from journeykit.render.views.poster.figures import Figure
from journeykit.render.views.poster.lookup import letter


def drawn(text: str) -> Poster:
    source = "journey: 1\ntitle: T\n" + textwrap.dedent(text)
    return poster(Facts(Journey.model_validate(yaml.load(source, yaml.CBaseLoader))))


def cells(shown: Poster, key: str) -> list[Any]:
    """The items of a lane, stage by stage."""
    return [
        item for group in shown.groups for lane in group.lanes if lane.key == key for row in lane.cells for item in row
    ]


def figure(shown: Poster, name: str) -> Figure | None:
    return next((found for found in shown.figures if found.name.startswith(name)), None)


# --- columns and sheets ----------------------------------------------------------------------------------------------


def stages(*counts: int) -> tuple[Any, ...]:
    found = [{"stage": str(n), "actions": [str(a) for a in range(count)]} for n, count in enumerate(counts)]
    return columns(Journey.model_validate({"journey": "1", "title": "T", "stages": found}).stages)


def test_sheets_are_cut_between_stages() -> None:
    cut = sheets(stages(8, 8, 8, 8), 20)
    assert [[piece.stage for piece in sheet.pieces] for sheet in cut] == [[0, 1], [2, 3]]
    assert [(sheet.span.start, sheet.span.width) for sheet in cut] == [(0, 16), (16, 16)]


def test_a_stage_wider_than_a_sheet_goes_on_on_the_next() -> None:
    cut = sheets(stages(50), 20)
    assert [len(sheet.pieces[0].actions) for sheet in cut] == [20, 20, 10]
    assert [sheet.pieces[0].first for sheet in cut] == [True, False, False]
    assert [action for sheet in cut for action in sheet.pieces[0].actions] == list(range(50))


def test_places_are_shares_of_the_sheet() -> None:
    sheet = sheets(stages(10, 10, 10), 20)[1]
    assert (sheet.at(20), sheet.at(25), sheet.share(1)) == ("0", "50", "10")
    assert sheet.holds(20)
    assert not sheet.holds(30)
    assert whole(stages(1, 3)).seams == (2,)


# --- words -----------------------------------------------------------------------------------------------------------


def test_numbers_have_no_needless_zeros_and_a_real_minus() -> None:
    assert [words.plain(n) for n in (3, 2.50, -1, 4200, 0.333, -0.001)] == ["3", "2.5", "−1", "4,200", "0.33", "0"]
    assert [words.signed(n) for n in (-2, 0, 1.5, 2, -0.01)] == ["−2", "0", "+1.5", "+2", "0"]
    assert [words.percent(n) for n in (0.31, 1, 0.005, 0)] == ["31%", "100%", "0.5%", "0%"]


@pytest.mark.parametrize(("raw", "said"), [("2026-03-02", "2 Mar 2026"), ("2026-01", "Jan 2026"), ("2025", "2025")])
def test_dates_are_said_as_they_are_known(raw: str, said: str) -> None:
    date = Dated().read(raw)
    assert isinstance(date, CalendarDate)
    assert words.day(date) == said


@pytest.mark.parametrize(
    ("duration", "said"),
    [("83 days", "12 weeks"), ("1 day", "1 day"), ("13 days", "13 days"), ("6 months", "6 months"),
     ("40 minutes", "40 minutes"), ("90 minutes", "2 hours"), ("3 years", "3 years")],
)  # fmt: skip
def test_lengths_of_time_are_said_in_a_fitting_unit(duration: str, said: str) -> None:
    parsed = parse_duration(duration)
    assert parsed
    assert words.span_of(parsed.in_days) == said


def test_only_addresses_of_the_web_and_of_mail_are_links() -> None:
    good = ["https://example.org/a?b=c", "http://example.org", "mailto:a@example.org", "HTTPS://EXAMPLE.ORG"]
    bad = ["javascript:alert(1)", " https://example.org", "https://a b", "//example.org", "data:text/html,x", "ftp://a",
           "https:///x", "java\nscript:x", "https://example.org\nx", "", None]  # fmt: skip
    assert [words.link(text) for text in good] == good
    assert [words.link(text) for text in bad] == [None] * len(bad)


def test_texts_are_shortened_at_a_word() -> None:
    assert words.short("Compares the fee tables", 30) == "Compares the fee tables"
    assert words.short("Compares the fee tables", 14) == "Compares the…"
    assert len(words.short("x" * 100, 10)) == 10


def test_lines_are_counted_with_wide_letters_and_long_words() -> None:
    assert words.lines("one two three", 7) == 2
    assert words.lines("x" * 25, 10) == 3
    assert words.lines("顧客比較費用", 6) == 2
    assert words.lines("", 6) == 1


def test_a_very_long_text_takes_no_time() -> None:
    assert words.lines("word " * 200_000, 14) > 1000


def test_evidence_goes_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 52, 702)] == ["A", "Z", "AA", "AB", "BA", "AAA"]


# --- channels --------------------------------------------------------------------------------------------------------

ASKED = """\
channels: {web: Website, phone: Phone, shop: Shop, unused: Fax}
help:
  live: {name: Guide, channels: phone}
  plan: {name: Tool, channels: web, state: planned, due: 2027-01}
  all: Everywhere
stages:
  - stage: A
    actions: [{action: x, channel: web}, {action: y}, {action: z, channel: shop}]
    questions:
      - {question: Elsewhere, channels: [web], help: live}
      - {question: Planned, channels: [web, shop], help: plan}
      - {question: Direct, channels: [phone], answer: Yes of course}
      - {question: Open, channels: [web]}
      - {question: Anywhere, channels: [shop], help: all}
"""


def test_channels_in_use_stand_in_the_librarys_order_with_their_counts() -> None:
    score = drawn(ASKED).channels
    assert score
    assert [(row.name, row.asked, row.answered) for row in score.rows] == [
        ("Website", 3, 0), ("Phone", 1, 1), ("Shop", 2, 1),
    ]  # fmt: skip


def test_questions_are_marked_where_they_are_asked_and_where_help_is() -> None:
    score = drawn(ASKED).channels
    assert score
    assert [(mark.tone, mark.asked, mark.helped) for mark in score.marks] == [
        ("answered", (0,), (1,)), ("planned", (0, 2), (0,)), ("direct", (1,), ()), ("open", (0,), ()),
        ("answered", (2,), (2,)),
    ]  # fmt: skip
    assert [mark.far for mark in score.marks][:2] == [(0, 1), None]


def test_questions_keep_clear_of_actions() -> None:
    for count in range(1, 9):
        asked = ", ".join(f"{{question: q{n}, channels: web}}" for n in range(count))
        score = drawn(f"channels: {{web: W}}\nstages: [{{stage: A, actions: [a, b], questions: [{asked}]}}]").channels
        assert score
        places = [mark.x for mark in score.marks]
        assert places == sorted(places)
        assert all(0 < x < 2 and min(abs(x - 0.5), abs(x - 1.5)) > 0.15 for x in places)


def test_questions_say_how_they_are_answered() -> None:
    shown = cells(drawn(ASKED), "asking")
    assert [(item.state, item.warning) for item in shown] == [
        ("answered", "Answered in another place than asked."),
        ("planned", ""),
        ("answered", ""),
        ("open", "Open. No help yet."),
        ("answered", ""),
    ]
    assert [(box.tone, box.when) for item in shown for box in item.helps] == [
        ("live", ""), ("plan", "due Jan 2027"), ("live", ""),
    ]  # fmt: skip


def test_long_names_of_channels_are_short_in_their_row_alone() -> None:
    score = drawn(f"channels: {{c: {'Long name ' * 20}}}\nstages: [{{stage: A, actions: [{{action: x, channel: c}}]}}]")
    assert score.channels
    assert len(score.channels.rows[0].name) <= 30
    assert score.doing[0][0].channel
    assert score.doing[0][0].channel.name == ("Long name " * 20).strip()


# --- figures ---------------------------------------------------------------------------------------------------------


def test_figures_say_nothing_about_what_is_not_there() -> None:
    assert drawn("stages: [{stage: A, actions: [x]}]").figures == ()


def test_low_points_are_counted() -> None:
    low = figure(
        drawn("stages: [{stage: A, actions: [{action: Waits, emotion: -1}, {action: Pays, emotion: -1}]}]"), "Low"
    )
    assert low
    assert (low.name, low.number, low.unit, low.subs[0].text) == ("Low points", "−1", "twice", "Waits, Pays")


def test_a_promise_is_misaligned_two_apart_or_broken_outright() -> None:
    base = """\
        channels: {{c: C}}
        promises: {{p: Help}}
        touchpoints:
          a: {{name: A, channel: c, promises: p, quality: {}}}
          b: {{name: B, channel: c, promises: p, quality: {}, state: {}}}
        stages: [{{stage: S, touchpoints: [a, b]}}]
        """
    numbers = []
    for one, other, state in ((5, 3, "live"), (5, 4, "live"), (5, 2, "planned"), (5, 5, "missing"), (5, 3.5, "live")):
        shown = drawn(base.format(one, other, state))
        found = figure(shown, "Channels")
        assert found
        numbers.append((found.number, sum(item.kind == "notice" for item in cells(shown, "points"))))
    assert numbers == [("1", 1), ("0", 0), ("0", 0), ("1", 1), ("0", 0)]


def test_durations_are_added_and_missing_ones_are_said() -> None:
    found = figure(drawn("stages: [{stage: A, duration: 2 weeks}, {stage: B, duration: 1 week}, C]"), "From")
    assert found
    assert (found.number, found.unit, found.subs[0].text) == ("3", "weeks", "1 stage without a duration")
    assert figure(drawn("stages: [A, B]"), "From") is None


def test_every_figure_tells_how_it_is_made() -> None:
    shown = drawn(
        "stages: [{stage: A, duration: 1 day, pains: [p], questions: [q], actions: [{action: x, emotion: 1}]}]"
    )
    assert [term for term, _ in shown.footer.made] == ["Answered", "Open gaps", "Low point", "Backed", "Day"]


# --- metrics ---------------------------------------------------------------------------------------------------------


def gauge(text: str) -> Any:
    (found,) = cells(drawn(f"metrics: {{m: {{name: M, {text}}}}}\nstages: [{{stage: A, metrics: [m]}}]"), "metrics")
    return found


def test_metrics_stand_on_a_scale_of_their_kind() -> None:
    percent = gauge('unit: "%", now: 61%, target: 35%, better: lower')
    assert (percent.now, percent.target, percent.length, percent.mark, percent.tone) == ("61%", "35%", 61, 35, "n1")
    nps = gauge("kind: nps, now: -10, target: 40")
    assert (nps.zero, nps.start, nps.length, nps.mark) == (50, 45, 5, 70)
    small = gauge('unit: "%", now: 7.5%, target: 3%, better: lower')
    assert (small.length, small.mark) == (75, 30)


def test_absent_is_not_zero() -> None:
    missing = gauge("target: 70%")
    assert (missing.now, missing.length, missing.mark) == ("–", None, 70)
    nothing = gauge("unit: days")
    assert (nothing.now, nothing.target, nothing.length, nothing.mark) == ("–", "", None, None)
    assert gauge("now: 0").length == 0


def test_the_colour_of_a_metric_waits_for_its_direction() -> None:
    assert [gauge(f"now: 5, target: 4{better}").tone for better in ("", ", better: higher", ", better: lower")] == [
        "z", "p1", "n1",
    ]  # fmt: skip


def test_a_metric_of_help_is_shown_once() -> None:
    shown = drawn("""\
        metrics: {m: M}
        help: {h: {name: H, metric: m}}
        stages: [{stage: A, questions: [{question: q, help: h}]}, {stage: B, questions: [{question: r, help: h}]}]
        """)
    assert len(cells(shown, "metrics")) == 1


# --- gaps, blueprint -------------------------------------------------------------------------------------------------


def test_gaps_carry_what_could_mend_them() -> None:
    (gap, loose) = cells(
        drawn("""\
            stages:
              - stage: A
                gaps: [{gap: g, severity: high, opportunities: [{opportunity: o, impact: 5, effort: 2}, {opportunity: d, state: done}]}]
                opportunities: [Loose]
            """),
        "gaps",
    )
    assert (gap.severity, gap.bars) == ("High", 3)
    assert [(chance.text, chance.score, chance.settled) for chance in gap.chances] == [
        ("o", "2.5", False),
        ("d", "", True),
    ]
    assert (loose.text, loose.score) == ("Loose", "")


def test_where_the_owner_changes_there_is_a_hand_off() -> None:
    steps = (
        "[{backstage: a, owner: X}, {backstage: b, owner: X}, c, {backstage: d, owner: Y}, {backstage: e, owner: X}]"
    )
    shown = drawn(f"stages: [{{stage: A, backstage: {steps}}}]")
    assert [chip.handoff for chip in cells(shown, "backstage")] == [False, False, False, False, True]
    assert "handoff" in [meaning.key for meaning in shown.footer.legend]
