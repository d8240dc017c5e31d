from __future__ import annotations


def does(more: str) -> str:
    return f"journey: 1\ntitle: T\nchannels: {{web: Website}}\nstages:\n  - stage: A\n    actions:\n      - {more}\n"


def test_it_says_which_and_where(find) -> None:
    (found,) = find("JK309", does("{action: Asks around, optional: true}"))
    assert found.message == "nothing tells where 'Asks around' happens"
    assert found.hint == (
        "add the `channel:` it goes through or the `touchpoint:` it happens at; for what they do by themselves "
        "describe a channel such as `home: {name: At home, media: earned}`"
    )
    assert found.element == "stages/a/actions/asks-around"
    assert (found.span.line, found.span.column) == (7, 18)


def test_a_channel_or_a_touchpoint_will_do(find) -> None:
    assert find("JK309", does("{action: Asks around, channel: web}")) == []
    there = "touchpoints: {page: {name: Page, channel: web}}\n"
    assert find("JK309", does("{action: Asks around, touchpoint: page}") + there) == []


def test_a_plain_string_is_left_alone(find) -> None:
    assert find("JK309", does("Asks around")) == []
    assert find("JK309", does("{action: Asks around}")) == []


def test_what_only_happens_behind_the_scenes_is_left_alone(find) -> None:
    assert find("JK309", does("{action: Routes it, backstage: [Router]}")) == []
    assert find("JK309", does("{action: Routes it, support: [CRM]}")) == []
    assert len(find("JK309", does("{action: Routes it, support: [CRM], frontstage: [Bot asks]}"))) == 1
    assert len(find("JK309", does("{action: Routes it, support: [CRM], physical: [Ticket]}"))) == 1


def test_what_only_staff_do_is_left_alone(find) -> None:
    cast = "personas: {ana: Ana, cook: {name: Cook, role: staff}}\n"
    assert find("JK309", does("{action: Cooks, persona: cook}") + cast) == []
    assert len(find("JK309", does("{action: Cooks, persona: [cook, ana]}") + cast)) == 1
    assert len(find("JK309", does("{action: Cooks, persona: ana}") + cast)) == 1
