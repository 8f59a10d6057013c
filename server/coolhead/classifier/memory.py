"""Remembers the newest answers, in this process only; safe to use from several threads."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Memory(Generic[Asked, Answer]):
    """Asks `work` for what is not remembered, all in one call; keeps at most `size` answers."""

    def __init__(self, work: Callable[[Sequence[Asked]], Sequence[Answer]], size: int) -> None:
        self._work, self._size = work, size
        self._known: OrderedDict[Asked, Answer] = OrderedDict()
        self._lock = Lock()

    def __call__(self, asked: Sequence[Asked]) -> list[Answer]:
        """One answer for each question, in order."""
        with self._lock:
            found = {one: self._known[one] for one in asked if one in self._known}
        missing = list(dict.fromkeys(one for one in asked if one not in found))
        if missing:
            found.update(zip(missing, self._work(missing), strict=True))
        self._keep(found)
        return [found[one] for one in asked]

    def _keep(self, found: dict[Asked, Answer]) -> None:
        with self._lock:
            for one, answer in found.items():
                self._known[one] = answer
                self._known.move_to_end(one)
            while len(self._known) > self._size:
                self._known.popitem(last=False)
