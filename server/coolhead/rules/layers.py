"""`config.yaml`: which packs, in which order, make up a rule set."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from coolhead.errors import BadPack, Problem, UnknownRuleset
from coolhead.rules import loading, source
from coolhead.rules.complaints import problems_of
from coolhead.rules.guidelines import Frozen, Name, Prose
from coolhead.rules.merging import EXPIRED, Merged
from coolhead.rules.model import Layer, RuleSet

CONFIG = "config.yaml"
GUIDELINES = "guidelines.yaml"
CHECKED = "checked"  # the layer of a pack that is checked without being configured

# Beside the package in a checkout, inside it once installed.
_PACKAGE = Path(__file__).parents[1]
_INSTALLED = _PACKAGE / "shared_rules"
SHIPPED = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parents[1] / "shared_rules"


def place(config_dir: Path, written: str) -> Path:
    """What a configuration, or a problem, means by a path: beside the configuration, else as shipped."""
    own = config_dir / Path(written).expanduser()
    shipped = SHIPPED / written
    return shipped if not own.exists() and shipped.exists() else own


class LayerText(Frozen):
    """One layer: a `pack` beside the configuration or a shipped one, or any folder as `dir`."""

    name: Name
    pack: Prose | None = None
    dir: Prose | None = None

    @property
    def written(self) -> str:
        """The folder as the configuration writes it."""
        return str(self.pack or self.dir or "")

    def folder(self, config_dir: Path) -> Path:
        """Where the pack lies."""
        return place(config_dir, self.written)


class RulesetText(Frozen):
    """The layers of one rule set, lowest first."""

    layers: Annotated[tuple[LayerText, ...], Field(min_length=1)]


class Config(Frozen):
    """`config.yaml` as a whole."""

    format: Literal["1"]
    rulesets: Annotated[dict[str, RulesetText], Field(min_length=1)]


def read_config(config_dir: Path) -> Config:
    """Raises `BadPack` with every problem of the file."""
    data, problems = source.read(config_dir / CONFIG, CONFIG)
    try:
        config = Config.model_validate(data)
    except ValidationError as error:
        raise BadPack([*problems, *problems_of(error, Config, data)]) from error
    problems = (*problems, *_layer_problems(config))
    if problems:
        raise BadPack(problems)
    return config


def _layer_problems(config: Config) -> Iterable[Problem]:
    for ruleset in config.rulesets.values():
        names = [str(layer.name) for layer in ruleset.layers]
        for at, layer in enumerate(ruleset.layers):
            if bool(layer.pack) == bool(layer.dir):
                yield Problem(layer.name.where, "R004", "a layer has either 'pack' or 'dir'")
            if layer.name in names[:at]:
                yield Problem(layer.name.where, "R007", f"layer '{layer.name}' is there twice")


def names(config_dir: Path) -> tuple[str, ...]:
    """The configured rule sets; raises `BadPack`."""
    return tuple(read_config(config_dir).rulesets)


def load(
    config_dir: Path,
    ruleset: str = "default",
    *,
    extra: Path | None = None,
    today: datetime.date | None = None,
) -> RuleSet:
    """The merged set of all layers; broken rules are set aside and reported in `problems`.

    `extra` is a pack to lay on top (the layers up to it when it is one of them). Raises `UnknownRuleset`,
    and `BadPack` when the configuration, a `pack.yaml` or the guidelines cannot be used.
    """
    config = read_config(config_dir)
    if ruleset not in config.rulesets:
        raise UnknownRuleset(ruleset, tuple(config.rulesets))
    stack = _with_extra(config.rulesets[ruleset].layers, extra, config_dir)
    guidelines_file = place(config_dir, GUIDELINES)
    guidelines = loading.load_guidelines(guidelines_file)
    merged = Merged()
    layers: list[Layer] = []
    files = [(GUIDELINES, hashlib.sha256(guidelines_file.read_bytes()).hexdigest())]
    for layer in stack:
        loaded = loading.load_pack(
            layer.folder(config_dir),
            guidelines,
            layer=str(layer.name),
            shown=layer.written,
            groups_below=merged.groups,
        )
        merged.add(loaded, str(layer.name), today or datetime.date.today())
        layers.append(Layer(name=layer.name, pack=loaded.pack.pack, version=loaded.pack.version))
        files.extend((f"{layer.name}/{path}", digest) for path, digest in loaded.files)
    files.extend((str(one.where), EXPIRED) for one in merged.problems if one.code == EXPIRED)
    active = [rule for rule in merged.rules.values() if rule.severity != "off"]
    return RuleSet(
        name=ruleset,
        rules=tuple(active),
        guidelines=guidelines,
        boundary=merged.boundary,
        groups=merged.groups,
        spellings=merged.spellings,
        digest=_digest(files),
        layers=tuple(layers),
        problems=tuple(merged.problems),
        silenced=tuple(rule for rule in merged.rules.values() if rule.severity == "off"),
    )


def _with_extra(layers: tuple[LayerText, ...], extra: Path | None, config_dir: Path) -> tuple[LayerText, ...]:
    if extra is None:
        return layers
    for at, layer in enumerate(layers):
        if layer.folder(config_dir).resolve() == extra.resolve():
            return layers[: at + 1]
    return (*layers, LayerText.model_validate({"name": CHECKED, "dir": str(extra.resolve())}))


def _digest(files: list[tuple[str, str]]) -> str:
    listed = "".join(f"{path}\0{digest}\n" for path, digest in sorted(files))
    return f"sha256:{hashlib.sha256(listed.encode()).hexdigest()}"


def fingerprint(config_dir: Path) -> Hashable:
    """A cheap fingerprint of all the rule sets depend on: names, times and sizes of files, and the day, since
    changes expire; never raises."""
    watched = [config_dir / CONFIG, place(config_dir, GUIDELINES)]
    try:
        for ruleset in read_config(config_dir).rulesets.values():
            for layer in ruleset.layers:
                watched.extend(loading.files_of(layer.folder(config_dir)))
    except BadPack:
        pass
    return datetime.date.today(), *(_state(path) for path in dict.fromkeys(watched))


def _state(path: Path) -> tuple[str, int, int]:
    try:
        found = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), found.st_mtime_ns, found.st_size
