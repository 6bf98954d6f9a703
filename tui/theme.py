"""The app's own colours: those of its theme, and what the names of the kinds' colours look like under it."""

from __future__ import annotations

from pathlib import Path

from rich.terminal_theme import TerminalTheme
from textual.theme import Theme

STYLES = Path(__file__).parent / "styles"
"""Where the style sheets are: those of the main screen, and one for each sort of what comes over it."""

THEME = Theme(
    name="milepost",
    primary="#7aa2f7",
    secondary="#9d7cd8",
    accent="#e0af68",
    warning="#e0af68",
    error="#f7768e",
    success="#9ece6a",
    foreground="#c8d0e8",
    background="#14161f",
    surface="#1a1d29",
    panel="#242839",
    variables={
        # what other themes mix from the colour and their ink, so that it can be read on theirs
        "text-accent": "#e0af68",
        "text-warning": "#e0af68",
        "text-error": "#f7768e",
        "text-success": "#9ece6a",
        "border": "#7aa2f7",
        "border-blurred": "#333850",
        "input-cursor-background": "#e0af68",
        "scrollbar": "#333850",
        "scrollbar-hover": "#4a5174",
        "scrollbar-active": "#7aa2f7",
        "scrollbar-background": "#1a1d29",
        "scrollbar-background-hover": "#1a1d29",
        "scrollbar-background-active": "#1a1d29",
        "scrollbar-corner-color": "#1a1d29",
    },
)


KINDS = TerminalTheme(
    (26, 29, 41),
    (200, 208, 232),
    [
        (21, 22, 30),
        (238, 106, 124),
        (115, 190, 92),
        (224, 175, 104),
        (86, 128, 214),
        (187, 130, 247),
        (42, 195, 222),
        (169, 177, 214),
    ],
    [
        (86, 95, 137),
        (255, 138, 128),
        (158, 224, 150),
        (240, 220, 130),
        (140, 180, 255),
        (255, 150, 200),
        (125, 226, 255),
        (230, 235, 250),
    ],
)
"""What the names of the kinds' colours look like where the terminal's own are not used."""
