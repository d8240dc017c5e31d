from journeykit.model.elements import Persona
from journeykit.render.called import called


def test_a_persona_is_called_by_the_first_part_of_its_name() -> None:
    assert called({"d": Persona(name="Dan, short at month's end")}) == {"d": "Dan"}


def test_the_id_stands_for_a_long_or_a_shared_name() -> None:
    personas = {
        "a": Persona(name="Ann, one"),
        "b": Persona(name="Ann: two"),
        "c": Persona(name="A very long name"),
    }
    assert called(personas) == {"a": "a", "b": "b", "c": "c"}
