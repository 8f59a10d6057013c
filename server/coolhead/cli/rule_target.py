"""What a `rules` command looks at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coolhead import rules as rulebook
from coolhead import settings
from coolhead.errors import BadPack
from coolhead.rules import RuleSet, layers


@dataclass(frozen=True)
class Target:
    """What a command looks at: a configuration, perhaps a pack on top of it, perhaps a part of that pack."""

    config: Path
    ruleset: str
    pack: Path | None = None
    part: Path | None = None

    def load(self) -> RuleSet:
        """The rule set up to and with the pack."""
        return rulebook.load(self.config, self.ruleset, extra=self.pack)

    def concerns(self, file: Path) -> bool:
        """Whether a file is what the command was asked about."""
        return self.part is None or file.resolve().is_relative_to(self.part.resolve())

    def place(self, path: str) -> Path:
        """The file behind the path in a problem."""
        return layers.place(self.config, path)


def targets_of(path: Path | None, ruleset: str | None) -> list[Target]:
    """A folder with a config.yaml, a pack, or a part of one; nothing means the shipped rules."""
    shipped = settings.read().rules
    if path is None or (path / "config.yaml").is_file():
        config = path or shipped
        return [Target(config, name) for name in ([ruleset] if ruleset else _names(config))]
    pack = next(
        (folder for folder in (path, *path.resolve().parents) if (folder / "pack.yaml").is_file()), path
    )
    return [Target(shipped, ruleset or "default", pack, path)]


def _names(config: Path) -> tuple[str, ...]:
    """The configured rule sets; for a broken configuration one whose `load` says what is wrong."""
    try:
        return rulebook.names(config)
    except BadPack:
        return ("default",)
