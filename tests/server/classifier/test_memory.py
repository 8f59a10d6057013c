"""The memory asks once, forgets the oldest, and keeps the order of the questions."""

from collections.abc import Sequence

from coolhead.classifier.memory import Memory


def remembering(size: int) -> tuple[Memory[str, str], list[list[str]]]:
    calls: list[list[str]] = []

    def work(asked: Sequence[str]) -> list[str]:
        calls.append(list(asked))
        return [one.upper() for one in asked]

    return Memory(work, size), calls


def test_only_the_unknown_is_asked_and_all_of_it_at_once() -> None:
    memory, calls = remembering(8)
    assert memory(["a", "b"]) == ["A", "B"]
    assert memory(["b", "c", "a", "c"]) == ["B", "C", "A", "C"]
    assert calls == [["a", "b"], ["c"]]


def test_the_oldest_is_forgotten() -> None:
    memory, calls = remembering(2)
    memory(["a", "b"])
    memory(["a"])
    memory(["c"])
    memory(["a"])
    memory(["b"])
    assert calls == [["a", "b"], ["c"], ["b"]]
