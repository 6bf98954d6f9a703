"""Lines of another text right above those of a paragraph, without a blank line between: words of a picture, names of sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from importers.lexicon import data
from importers.readers.headlines import ENDED
from importers.readers.printed import Line

_GOES_ON = frozenset(data("words")["small"]) | frozenset(data("words")["loose"])
"""Words that a line which another goes on from may end in."""
LABEL = re.compile(r"[A-Z][\w’'-]*[a-z](?: [\w’'&-]+){0,4}(?<!ed)(?<!-)")
"""A line that may be the name of a section: "Regional cooperation"."""
_FEWEST = 3
"""Lines of a column that another text stands above, at least."""
_FILLED = 0.8
"""A line that was ended before the next word would have filled so much of its width was ended on purpose."""
_WIDER = 2
CREDIT = re.compile(
    r"\W*(?:photos?|pictures?|images?|captions?|(?:photo )?credits?|source)\b\W{0,3}(?::|©|by\b|courtesy\b)", re.IGNORECASE
)
"""How a line under a picture begins."""
CREDITED = re.compile(
    r"[A-Z](?=.{8,110}$).*(?:[.!)”\"] (?:(?:[A-Z]{2,10}|[A-Z][a-z]{2,12}) ?/ ?(?:[A-Z]\. ?)+[A-Z][\w’'-]+|©.{2,40})"
    r"|\W[Pp](?:hoto|icture)s?(?: credit)?: ?[A-Z][^.!?]{1,40})\.?"
)
"""Words of a picture that end in who took it: "Unloading in Osh. UNODC/A. Ito", "The new post. Photo: WHO"."""


def apart(run: Sequence[Line]) -> Iterator[tuple[Sequence[Line], bool]]:
    """A run of lines cut around those that may be of another text, and whether each piece is words of a picture."""
    begun = 0
    for index in range(len(run) - _FEWEST):
        text = run[index].text.rstrip()
        pictured = _MAY_PICTURE.search(text) is not None and (CREDIT.match(text) or CREDITED.fullmatch(text)) is not None
        if (pictured or index == begun or ENDED.search(run[index - 1].text.rstrip())) and _stands_apart(
            text, run[index + 1 : index + 1 + _NEAR], pictured=pictured
        ):
            if index > begun:
                yield run[begun:index], False
            yield run[index : index + 1], pictured
            begun = index + 1
    yield run[begun:], False


_MAY_PICTURE = re.compile(r"[/©]|hoto|icture|mage|aption|redit|ource|HOTO")
_NEAR = 6


def _stands_apart(text: str, below: Sequence[Line], *, pictured: bool) -> bool:
    """Whether a line is none of the text that it stands right above."""
    *_, width, longest = sorted(len(line.text) for line in below)
    following = below[0].text.split(None, 1)[0]
    if pictured:
        return len(text) > longest + _WIDER or following[0].islower() or text.endswith((".", ")"))
    return (
        following[0].islower()
        and LABEL.fullmatch(text) is not None
        and len(text) + 1 + len(following) <= _FILLED * width
        and _GOES_ON.isdisjoint((text[: text.find(" ")].lower(), text[text.rfind(" ") + 1 :].lower()))
    )
