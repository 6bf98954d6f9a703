"""What the search line was used for before: walking back through earlier searches, as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Recall:
    """Earlier searches and where one is among them."""

    searches: tuple[str, ...]
    """The latest last."""
    draft: str = ""
    """What was being typed when one began to go back."""
    back: int = 0
    """How many searches ago; 0 is the draft."""

    @property
    def text(self) -> str:
        """What stands in the line now."""
        return self.searches[-self.back] if self.back else self.draft

    def step(self, back: int) -> Recall:
        """To an earlier search (a later one, if negative), no further than there are any."""
        return replace(self, back=min(max(self.back + back, 0), len(self.searches)))


def recall(searches: tuple[str, ...], draft: str) -> Recall:
    """From a draft; a search that says the same as it is left out."""
    return Recall(tuple(one for one in searches if one != draft.strip()), draft)
