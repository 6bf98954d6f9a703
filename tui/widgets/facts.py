"""What the detail pane says of one milestone, as lines of styled text cut to a width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.style import Style
from rich.text import Text

from db import names
from db.changes import export_field
from db.changewords import ENTRY, summary
from db.found import Finder
from db.models import DOUBTFUL, Donor, Kind, Level, Milestone, Status
from db.queries.around import Around, Neighbour
from db.queries.details import Detail
from db.queries.history import Differing, Step
from db.when import When, WhenError
from db.wording import basis_words, by_role, doubts, restated_words, series_words, source_names
from tui.background.lookup import Past
from tui.commands import key
from tui.render import clean
from tui.signs import CITED, EDITED, OTHERWISE, QUOTED
from tui.widgets.strips import VISIT

LABEL = 10
"""Cells of the left column."""
CONSOLE = Console(width=80, color_system=None)
"""What measures and breaks lines; it draws nothing."""


@dataclass(frozen=True, slots=True)
class Inks:
    """The styles of the pane's parts, and what is lit in them."""

    title: Style
    label: Style
    value: Style
    dim: Style
    quote: Style
    rule: Style
    flag: Style
    hit: Style
    """Laid over what was searched for."""
    finder: Finder

    def lit(self, text: Text) -> Text:
        """The same text, with what was searched for lit."""
        for start, end in self.finder.spans(text.plain):
            text.stylize(self.hit, start, end)
        return text


def facts(detail: Detail, width: int, inks: Inks, past: Past | None, around: Around, *, quote: bool = True) -> list[Text]:
    """All that is known of a milestone, and what was decided about it, in at most `width` cells; its quote if `quote`."""
    milestone, past = detail.milestone, past or Past()
    lines = wrap(inks.lit(Text(clean(milestone.title), inks.title)), width)
    lines += [*wrap(_state_line(detail, inks, len(past.told_too)), width), *_doubt_lines(milestone, width, inks), Text()]
    read = {one.field: one for one in past.differing}
    for label, values, field in _fields(detail, inks, read, around):
        if field in detail.edited and detail.source is not None:
            values[0] = Text.assemble((f"{EDITED} ", inks.label), values[0])
        for number, value in enumerate(values):
            head = Text(f"{label if number == 0 else '':<{LABEL}}", inks.label)
            if isinstance(value, _Proof):
                lines += _barred(inks.lit(value), width, inks, CITED)
                continue
            for place, part in enumerate(wrap(inks.lit(value), max(8, width - LABEL))):
                lines.append(Text.assemble(head if place == 0 else " " * LABEL, part))
    if past.told_too:
        lines += [Text(), *_entries(_tellings(past), width, inks)]
    if quote and milestone.evidence is not None:
        lines += [Text(), *_barred(inks.lit(Text(f"“{clean(milestone.evidence.quote)}”", inks.quote)), width, inks, QUOTED)]
    lines += [Text(), *_origin(detail, width, inks, around)]
    if past.steps:
        lines += [Text(), *_entries(_decisions(past), width, inks)]
    return lines


def wrap(text: Text, width: int) -> list[Text]:
    """The text in lines of at most `width` cells; a word that is longer, such as a file's name, breaks behind a sign if it can."""
    width = max(4, width)
    cuts: list[int] = []
    for word in re.finditer(rf"\S{{{width + 1},}}", text.plain):
        at, end = word.span()
        while end - at > width and (cut := 1 + max(text.plain.rfind(sign, at, at + width) for sign in "-_/")) > at:
            cuts.append(at := cut)
    lines = list((Text("\n").join(text.divide(cuts)) if cuts else text).wrap(CONSOLE, width))
    for line in lines:
        line.rstrip()
    return lines


class _Proof(Text):
    """The words that prove what stands above them."""


def _barred(text: Text, width: int, inks: Inks, bar: str) -> list[Text]:
    return [Text.assemble((f"{bar} ", inks.rule), line) for line in wrap(text, width - 2)]


def _state_line(detail: Detail, inks: Inks, told_too: int) -> Text:
    milestone = detail.milestone
    kind = names.kind_info(Kind(milestone.kind))
    words = Text.assemble((f"{kind.glyph} {milestone.kind.value}", Style(color=kind.color)))
    words.append(" · planned" if milestone.planned else " · done", inks.value)
    if milestone.level is Level.MENTIONED:
        words.append(" · told in passing", inks.dim)
    if milestone.confidence < DOUBTFUL and milestone.status is Status.NEW:
        words.append(" · ? doubtful", inks.flag)
    status = {Status.NEW: "unreviewed", Status.ACCEPTED: "✓ accepted", Status.REJECTED: "✕ rejected"}[milestone.status]
    words.append(f" · {status}", inks.dim)
    if told_too:
        words.append(f" · ⧉ told {told_too + 1} times", inks.flag)
    if detail.merged_into:
        words.append(" · told by another milestone, which stands for it", inks.flag)
    if detail.gone:
        words.append(" · no longer told by its newsletter", inks.flag)
    return words


def _doubt_lines(milestone: Milestone, width: int, inks: Inks) -> list[Text]:
    why = doubts(milestone)
    return wrap(Text.assemble(("? ", inks.flag), (clean(why), inks.value)), width) if why else []


def _fields(detail: Detail, inks: Inks, read: Mapping[str, Differing], around: Around) -> list[tuple[str, list[Text], str]]:
    """Label, lines and field name of what is known, in reading order; under what was corrected, how it is read."""
    milestone = detail.milestone

    def plain(text: str) -> Text:
        return Text(clean(text), inks.value)

    when = [plain(milestone.when.show_long())]
    if detail.source is not None:
        when.append(Text(clean(basis_words(milestone.basis, milestone.date_text)), inks.dim))
    countries = [
        Text.assemble((clean(", ".join(told)), inks.value), (f"  {word}", inks.dim))
        for _, word, told in by_role((names.country_name(country.code), country.role) for country in milestone.countries)
    ]
    series = []
    if milestone.series is not None:
        series.append(plain(series_words(milestone.series)))
        series += _near({"earlier-in-series": around.earlier, "later-in-series": around.later}, inks)
    fields = [
        ("When", when, "date"),
        ("Place", [plain(milestone.place)] if milestone.place else [], "place"),
        ("Countries", countries, "countries"),
        ("Donors", _cited([(f"donor:{donor}", _donor(donor, inks)) for donor in milestone.donors], detail, inks), "donors"),
        ("Amounts", _amounts(detail, inks), "amounts"),
        ("Partners", [plain(partner) for partner in milestone.partners], "partners"),
        ("Series", series, "series"),
        ("Note", [plain(milestone.note)] if milestone.note else [], "note"),
    ]
    told: list[tuple[str, list[Text], str]] = []
    for label, values, field in (("Title", [], "title"), ("Kind", [], "kind"), *fields):
        some = differing_in(field, read.values())
        values += [Text(f"{OTHERWISE} {read_words(one)}", inks.flag if one.new else inks.dim) for one in some]
        if values:
            told.append((label, values, field))
    return told


def differing_in(field: str, differing: Iterable[Differing]) -> list[Differing]:
    """Those that are about a field of the export, or about an element of it."""
    return [one for one in differing if export_field(one.field) == field]


def read_words(one: Differing) -> str:
    """How a field is read that was decided otherwise: `read: May 2016`, `read with Kazakhstan`."""
    name, colon, key = one.field.partition(":")
    since = ", otherwise than when it was corrected" if one.new else ""
    if colon:
        what = clean(names.country_name(key) if name == "country" else key)
        return (f"read without {what}" if one.read is None else f"read with {what}{f' ({one.read})' if one.read else ''}") + since
    read = When(one.read).show() if name == "date" and one.read else clean(one.read or "")
    return f"read: {read or 'nothing'}{since}"


_DONE = {"changed": "edited", "undone": "undone", "redone": "redone"}


def _tellings(past: Past) -> list[tuple[str, str]]:
    """What is merged into it: title, newsletter, and who paid by that telling."""
    told = (" · ".join(filter(None, (one.title, one.source, one.donors, one.amounts))) for one in past.told_too)
    return [("Told too" if nr == 0 else "", clean(words)) for nr, words in enumerate(told)]


def _decisions(past: Past) -> list[tuple[str, str]]:
    """Who decided what, the latest first."""
    return [("History" if nr == 0 else "", _step_words(step)) for nr, step in enumerate(past.steps)]


def _step_words(step: Step) -> str:
    """`edited by Aigul on 22 Nov 2017: date: May 2016 → 13 May 2016`."""
    why = f" ({step.why})" if step.why else ""
    if {change.field for change in step.changes if not change.old} >= ENTRY:
        return clean(f"entered by {step.who} on {_day(step.at)}{why}")
    words = summary(step.changes, step.titles)
    if step.what == "changed" and all(change.field == "status" for change in step.changes):
        return clean(f"{words} by {step.who} on {_day(step.at)}{why}")
    return clean(f"{_DONE[step.what]} by {step.who} on {_day(step.at)}: {words}{why}")


def _day(at: str) -> str:
    try:
        return When(at[:10]).show()
    except WhenError:
        return at


def _donor(donor: Donor, inks: Inks) -> Text:
    name = clean(donor.name) + (f", through {clean(donor.agency)}" if donor.agency else "")
    ref = names.donor_ref(donor)
    return Text.assemble((name, inks.value), (f"  {clean(ref)}" if ref else "", inks.dim))


def _cited(told: Sequence[tuple[str, Text]], detail: Detail, inks: Inks, shown: frozenset[str] = frozenset()) -> list[Text]:
    """Lines, each under its element's name, and under those that share them the words that prove them, unless `shown` already."""
    quotes = {citation.of: citation.evidence.quote for citation in detail.milestone.citations}
    lines: list[Text] = []
    for number, (of, text) in enumerate(told):
        lines.append(text)
        quote = quotes.get(of)
        follows = quotes.get(told[number + 1][0]) if number + 1 < len(told) else None
        if quote and quote != follows and quote not in shown:
            lines.append(_Proof(f"“{clean(quote)}”", inks.quote))
    return lines


def _amounts(detail: Detail, inks: Inks) -> list[Text]:
    """Each amount, with what it says again and the words that say it where no donor has them."""
    milestone = detail.milestone
    same = restated_words(milestone)
    told = []
    for money in milestone.amounts:
        aside = f"  {same[money]}" if money in same else ""
        told.append((f"amount:{money.key}", Text.assemble((clean(str(money)), inks.value), (clean(aside), inks.dim))))
    shown = frozenset(one.evidence.quote for one in milestone.citations if one.of.startswith("donor:"))
    return _cited(told, detail, inks, shown)


def source_words(detail: Detail) -> str:
    """`Milestones, Q2 2016 · 16q2.txt`; the file alone where nobody knows a title."""
    source = detail.source
    if source is None:
        return "entered by a person"
    return clean(" · ".join(source_names(source.title, source.file)))


def _near(neighbours: Mapping[str, Neighbour | None], inks: Inks) -> list[Text]:
    """`( earlier · Apr 2015: Ninth review meeting` with the key of the command that goes there; a click does too."""
    return [
        Text.assemble(
            (key(command), inks.flag),
            (f" {command.partition('-')[0]} · {When(one.date).show()}: {clean(one.title)}", inks.dim),
            style=Style.from_meta({VISIT: one.uid}),
        )
        for command, one in neighbours.items()
        if one is not None
    ]


def _origin(detail: Detail, width: int, inks: Inks, around: Around) -> list[Text]:
    milestone = detail.milestone
    entries: list[tuple[str, str]] = []
    if detail.source is None:
        entries.append(("Source", "entered by a person"))
    else:
        issue = f" · issue of {When(detail.source.issue).show()}" if detail.source.issue else ""
        *title, file = source_names(detail.source.title, detail.source.file)
        entries += [("Source" if nr == 0 else "", clean(text)) for nr, text in enumerate((*title, file + issue))]
    if detail.heading:
        entries.append(("Article", clean(detail.heading)))
    lines = _entries(entries, width, inks)
    if around.count > 1:
        label = "" if detail.heading else "Article"
        lines += _entries([(label, f"tells {around.count:,} milestones; this is number {around.number:,}")], width, inks)
        for one in _near({"previous-in-article": around.before, "next-in-article": around.after}, inks):
            lines += [Text.assemble(" " * LABEL, part) for part in wrap(one, max(8, width - LABEL))]
    entries = [("Id", f"{detail.uid} · confidence {milestone.confidence:.2f}")]
    why = [
        f"{reason.field}: {reason.rule.replace('-', ' ')}" + (f" “{reason.text}”" if reason.text else "")
        for reason in milestone.reasons
        if reason.field != "doubt" or not doubts(milestone)
    ]
    entries += [("Read by" if number == 0 else "", clean(text)) for number, text in enumerate(why)]
    return lines + _entries(entries, width, inks)


def _entries(entries: Sequence[tuple[str, str]], width: int, inks: Inks) -> list[Text]:
    lines = []
    for label, text in entries:
        for place, part in enumerate(wrap(inks.lit(Text(text, inks.dim)), max(8, width - LABEL))):
            lines.append(Text.assemble((f"{label if place == 0 else '':<{LABEL}}", inks.label), part))
    return lines
