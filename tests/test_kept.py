from __future__ import annotations

from journeykit.kept import cached_property


class Asked:
    times = 0

    @cached_property
    def fact(self) -> int:
        """What is worked out."""
        self.times += 1
        return self.times


def test_it_is_worked_out_once_for_each_object() -> None:
    one, other = Asked(), Asked()
    assert [one.fact, one.fact, one.times] == [1, 1, 1]
    assert other.times == 0


def test_what_is_forgotten_is_worked_out_again() -> None:
    one = Asked()
    assert one.fact == 1
    del one.fact
    assert one.fact == 2


def test_its_documentation_is_that_of_the_method() -> None:
    assert Asked.fact.__doc__ == "What is worked out."
