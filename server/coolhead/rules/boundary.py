"""Where the company stands on abuse: the ladder of approved lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from coolhead.rules.fields import Count, Kinds
from coolhead.rules.guidelines import Frozen, Prose

VIRTUE = "boundary"  # what an approved line, used as it stands, shows


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, Mapping) else value


class Times(Frozen):
    """How many of the customer's messages it takes, by where the company stands."""

    patient: Count = 1
    measured: Count = 1
    firm: Count = 1

    @model_validator(mode="before")
    @classmethod
    def _same_for_all(cls, data: Any) -> Any:
        return data if isinstance(data, Mapping) else {"patient": data, "measured": data, "firm": data}


class Due(Frozen):
    """A step is due when any of these signals shows in so many of the customer's messages."""

    signals: Annotated[Kinds, Field(min_length=1)]
    times: Times = Times()


class Step(Frozen):
    """One step of the ladder: when it is offered and the wording the organisation approved.

    What a layer leaves out stays as the layer below has it.
    """

    id: Prose
    title: Prose | None = None
    when: Annotated[tuple[Due, ...], BeforeValidator(_one_or_many)] = ()
    advice: Prose | None = None
    lines: tuple[Prose, ...] = ()
    exit: bool = False

    def on(self, below: Step | None) -> Step:
        """This step with what only the one below says."""
        given = {name: getattr(self, name) for name in self.model_fields_set}
        return below.model_copy(update=given) if below else self

    def lacks(self) -> list[str]:
        """The keys without which it is never offered, or says nothing."""
        return [name for name in ("title", "when", "advice") if not getattr(self, name)]


class Boundary(Frozen):
    """Where the company stands on abuse, and its approved lines; mildest step first."""

    stance: Literal["patient", "measured", "firm"] = "measured"
    steps: tuple[Step, ...] = ()
    exit_line: Prose | None = None
    support: Prose | None = None

    def approved(self) -> list[Prose]:
        """Every line the organisation approved, the exit line last."""
        lines = [line for step in self.steps for line in step.lines]
        return [*lines, self.exit_line] if self.exit_line else lines
