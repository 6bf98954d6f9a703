"""What a sentence names beside its event: what a meeting resolved to do, what something rests on, with whose things it was done."""

from __future__ import annotations

import re

from db.models import Kind
from importers.events.turns import Cue
from importers.sentences import Sentence

_SITTING = frozenset({Kind.MEETING, Kind.REVIEW})


def without_intents(said: Sentence, hits: list[tuple[int, int, Cue]]) -> list[tuple[int, int, Cue]]:
    """The `(start, end, cue)` of a sentence without those of what it only names; all of them where no verb would be left.

    "The Board met and decided to open an office", "trained on the basis of a new manual", "since it ratified the Convention",
    "was opened in May, with furniture bought by Peru".
    """
    spans: list[tuple[int, int]] = []
    if not _RESOLVING.isdisjoint(said.words) and any(hit[2].kind in _SITTING for hit in hits):
        spans += [found.span("what") for found in _RESOLVED.finditer(said.lower)]
    if not _RESTING.isdisjoint(said.words):
        spans += [found.span() for found in _RESTS_ON.finditer(said.lower)]
    if not _BOUGHT.isdisjoint(said.words):
        spans += [found.span() for found in _WITH_WHAT.finditer(said.lower)]
    if not spans:
        return hits
    kept = [hit for hit in hits if not any(start <= hit[0] < end for start, end in spans)]
    return kept if any(cue.sort == "verbs" for _, _, cue in kept) else hits


_RESOLVING = frozenset(("resolved", "decided", "agreed", "pledged", "promised", "undertook"))
_RESOLVED = re.compile(
    rf"\b(?:{'|'.join(sorted(_RESOLVING))})\sto\s(?P<what>(?!(?:meet|hold|organi[sz]e|host|convene|gather|come)\b)(?:(?!\band\s\w+ed\b)[^.;:]){{3,160}})"
)
_RESTING = frozenset(("basis", "based", "since"))
_GOES_ON = r",\s(?:was|were|is|are|has|have|had|will)\b"
_RESTS_ON = re.compile(
    rf"\b(?:on the basis of|based on)\s(?:(?:(?!{_GOES_ON})[^.;:]){{3,140}}(?={_GOES_ON})|[^.;:,]{{3,100}})"
    r"|\bsince\s(?:it|they|the\s[\w-]+)\s(?:has\s|have\s|had\s|first\s)?(?:ratified|signed|joined|acceded|adopted|introduced)\b"
    r"[^.;:,]{0,100}"
)
_BOUGHT = frozenset(("purchased", "bought", "provided", "donated", "supplied", "financed", "paid", "lent", "given"))
_WITH_WHAT = re.compile(
    rf",\swith\s(?:(?!\b(?:the\s)?(?:support|help|assistance|aid)\b)[^.;:,]){{3,60}}?\s(?:{'|'.join(sorted(_BOUGHT))})\s(?:by|from|under|through|with)\b"
    r"[^.;:,]{0,100}"
)
