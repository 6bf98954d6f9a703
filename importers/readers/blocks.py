"""Blocks: runs of lines that stand together, of one kind, each knowing where in the raw text it stood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from importers.flow import Flow


class BlockKind(Enum):
    """What a block is for; furniture is a kind, so that no letter of a source is ever dropped."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    ROW = "table row"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of whole lines of the raw text."""

    kind: BlockKind
    start: int
    """Where its first line starts in the raw text."""
    end: int
    """Where its last line ends, line end included."""
    flow: Flow
    """Its words on one line, marks and line ends removed."""
    level: int = 0
    """Of a heading: 1 to 6 where marks say it, else 0."""
    doubtful: bool = False
    """Its words are torn apart and could not be put together."""
    onto: int | None = None
    """Where the block starts whose sentence it goes on, where lines of a box stand between the lines of a text."""

    def of_kind(self, kind: BlockKind) -> Block:
        """The same lines as something else."""
        return Block(kind, self.start, self.end, self.flow, self.level, self.doubtful, self.onto)

    @property
    def text(self) -> str:
        """The words of the block on one line."""
        return self.flow.text
