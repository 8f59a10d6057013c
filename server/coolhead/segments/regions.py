"""Which parts of a draft are the agent's own words, and which are never judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["own", "quoted", "signature", "code", "url", "placeholder"]


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the text, offsets in code points, end excluded."""

    start: int
    end: int
    kind: Kind


# "On 3 May, Ana wrote:" as mail programs put it in front of a quoted thread, in eight languages.
_THREAD = re.compile(
    r"""^[ \t>*]*(?:
      (?:On\s.{3,120}\bwrote|Am\s.{3,120}\bschrieb\b.{0,80}|Le\s.{3,120}\ba\sécrit|El\s.{3,120}\bescribió|Il\s(?:giorno\s)?.{3,120}\bha\sscritto
        |Op\s.{3,120}\bschreef\b.{0,80}|Em\s.{3,120}\bescreveu|Den\s.{3,120}\bskrev\b.{0,80})\s?:
      |-{2,}\s?(?:Original\sMessage|Forwarded\smessage|Ursprüngliche\sNachricht|Weitergeleitete\sNachricht|Message\sd['’]origine|Message\stransféré
        |Mensaje\soriginal|Mensaje\sreenviado|Messaggio\soriginale|Oorspronkelijk\sbericht|Mensagem\soriginal)\s?-{2,}
      |Begin\sforwarded\smessage:|Anfang\sder\sweitergeleiteten\sNachricht:|Début\sdu\smessage\sréexpédié\s?:
      |_{10,}[ \t]*\n(?=[ \t]*\**(?:From|Von|De|Da|Van)\b)
      |\**(?:From|Von|De|Da|Van)\s?:\**[^\n]{1,200}\n\**(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Fecha|Inviato|Data|Verzonden|To|An|À|Para|A)\s?:
    )""",
    re.VERBOSE | re.MULTILINE,
)
_QUOTED_LINES = re.compile(r"(?:^[ \t]*[>|].*(?:\n|\Z))+", re.MULTILINE)
_CODE_BLOCK = re.compile(r"^```.*?(?:^```[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_CLOSING = re.compile(
    r"""^[ \t]*(?:(?:(?:with\s)?(?:best|kind|kindest|warm|warmest|many)\s)?(?:regards|wishes|thanks)
        |sincerely(?:\syours)?|yours(?:\s(?:sincerely|faithfully|truly))?|best|cheers|thanks|thank\syou
        |mit\sfreundlichen\sgrüßen|viele\sgrüße|cordialement|bien\sà\svous|saludos(?:\scordiales)?
        |atentamente)[ \t]*[,.!–-]*[ \t]*$""",
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_FOOTER = re.compile(
    r"""^(?:--[ \t]?$|[ \t]*(?:sent\sfrom\smy\s\w|get\soutlook\sfor\s
        |this\s(?:e-?mail|message)\s(?:and\sany\s|is\s(?:confidential|intended))|confidentiality\snotice
        |unsubscribe\b|to\sunsubscribe\b|registered\s(?:office|in\sengland)))""",
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_INLINE = re.compile(
    r"""(?P<placeholder>\{\{[^{}\n]{1,80}\}\}|\{%[^%\n]{1,80}%\}|\$\{[^{}\n]{1,80}\}|<<[^<>\n]{1,60}>>|\[(?:insert|your|customer|agent|first|last|order)\b[^\]\n]{0,40}\])
      |(?P<url>(?:https?://|www\.)[^\s<>"”]+[^\s<>"”.,;:!?)\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
      |(?P<code>`[^`\n]{1,300}`)
      |(?P<quoted>"[^"\n]{1,400}"|“[^“”\n]{1,400}”|«[^«»\n]{1,400}»|„[^„“”\n]{1,400}[“”])""",
    re.VERBOSE | re.IGNORECASE,
)
_INLINE_HINTS = ('"', "“", "«", "„", "`", "{", "@", "$", "<", "[", "://", "www.")  # else nothing to look for
_MOCKING = re.compile(r"\b(?:your|this|that|these|those|such|so-called|little|big)\s+$", re.IGNORECASE)
_FEW_WORDS = 2
_SHORT_LINE = 70
_SIGNATURE_LINES = 10


def find(text: str) -> tuple[Region, ...]:
    """Every region that is not the agent's own words, in order, without overlaps."""
    blocks = _without_overlaps(sorted(_blocks(text), key=lambda region: (region.start, -region.end)))
    inline = [
        region
        for region in _inlines(text)
        if not any(b.start < region.end and region.start < b.end for b in blocks)
    ]
    return tuple(sorted((*blocks, *inline), key=lambda region: region.start))


def _blocks(text: str) -> Iterator[Region]:
    if thread := _THREAD.search(text):
        yield from _thread(text, thread)
    if ">" in text or "|" in text:
        for match in _QUOTED_LINES.finditer(text):
            yield Region(match.start(), match.end(), "quoted")
    if "```" in text:
        for match in _CODE_BLOCK.finditer(text):
            yield Region(match.start(), match.end(), "code")
    if (start := _signature(text)) is not None:
        yield Region(start, len(text), "signature")


def _thread(text: str, header: re.Match[str]) -> Iterator[Region]:
    """A header line quotes the rest, unless `>` lines follow it and own words come after them."""
    after = header.end()
    line_end = text.find("\n", after)
    body = text[line_end + 1 :] if line_end >= 0 else ""
    if body.lstrip("\n \t").startswith(">"):
        yield Region(header.start(), line_end + 1, "quoted")
    else:
        yield Region(header.start(), len(text), "quoted")


def _signature(text: str) -> int | None:
    footer = _FOOTER.search(text)
    starts = [footer.start()] if footer else []
    for match in _CLOSING.finditer(text):
        rest = text[match.end() :].strip("\n").split("\n")
        if len(rest) <= _SIGNATURE_LINES and all(
            len(line) <= _SHORT_LINE and not line.rstrip().endswith("?") for line in rest
        ):
            starts.append(match.end())
            break
    return min(starts) if starts and min(starts) < len(text) else None


def _inlines(text: str) -> Iterator[Region]:
    if not any(hint in text for hint in _INLINE_HINTS):
        return
    for match in _INLINE.finditer(text):
        kind = match.lastgroup or ""
        if kind == "quoted" and not _is_quotation(text, match):
            continue
        yield Region(match.start(), match.end(), kind)  # type: ignore[arg-type]  # the group names are the kinds


def _is_quotation(text: str, match: re.Match[str]) -> bool:
    """Quotation marks hold somebody's words, unless they mock one: your "problem", this "emergency"."""
    mocked = _MOCKING.search(text[max(0, match.start() - 12) : match.start()])
    return not mocked or len(match[0].split()) > _FEW_WORDS


def _without_overlaps(regions: list[Region]) -> list[Region]:
    kept: list[Region] = []
    for region in regions:
        if kept and region.start < kept[-1].end:
            if region.end <= kept[-1].end:
                continue
            region = Region(kept[-1].end, region.end, region.kind)
        kept.append(region)
    return kept
